import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { signIn } from './demo/salon.ts'
import { emptyFolder, freePort } from './place.ts'
import { runProgram } from './process.ts'

// A page that is looked at while everything else runs as well takes its time.
const patience = 20_000

/** A demo of Frontdesk as a process of its own, stopped at the end; answers its address. */
export async function demoProgram(t: TestContext): Promise<string> {
  const port = await freePort()
  const program = runProgram(t, { DEMO: '1', DATA_DIR: await emptyFolder(t), PORT: String(port) })
  await program.says('Ready after')
  return `http://localhost:${port}`
}

/** A page in a browser of its own; whatever it complains about fails the test. */
export async function freshPage(
  t: TestContext,
  browser: Browser,
  viewport = { width: 1280, height: 800 },
): Promise<Page> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.setDefaultTimeout(patience)
  t.after(async () => {
    await context.close()
    assert.deepEqual(complaints, [])
  })
  return page
}

/** A member's page, signed in at the inbox; the demo's owner unless somebody else is named. */
export async function memberPage(
  t: TestContext,
  browser: Browser,
  url: string,
  who: { readonly email: string; readonly password: string } = signIn,
): Promise<Page> {
  const page = await freshPage(t, browser)
  await page.goto(url)
  await page.getByLabel('Email').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Conversations' }).waitFor()
  return page
}

/** Nothing that keeps people out, in either theme: axe finds no fault it calls serious. */
export async function assertAccessible(page: Page, screen: string): Promise<void> {
  assert.deepEqual(await seriousFindings(page, screen), [])
}

/** What axe calls serious on a screen as it stands: in the light by every rule, in the dark by those about colour. */
export async function seriousFindings(page: Page, screen: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours would fade over; what counts is where they arrive.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => {
      const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      const arrived = Promise.allSettled(ending.map(({ finished }) => finished))
      return Promise.race([arrived.then(() => undefined), new Promise((gone) => setTimeout(gone, 1_000))])
    })
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block'])
    const { violations } = await axe.analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    found.push(...serious.map(({ id, nodes }) => `${screen}, ${colorScheme}: ${id} at ${nodes[0]?.target}`))
  }
  return found
}
