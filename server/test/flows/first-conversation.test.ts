import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { signIn } from '../../world/demo/salon.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

const widths = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } }

/** A page of its own session; whatever it complains about fails the test. */
async function openPage(
  t: TestContext,
  url: string,
  viewport: { width: number; height: number } = widths.desk,
): Promise<Page> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.setDefaultTimeout(20_000)
  t.after(async () => {
    await context.close()
    assert.deepEqual(complaints, [])
  })
  await page.goto(url)
  return page
}

async function startDemo(t: TestContext): Promise<string> {
  const port = await freePort()
  const program = runProgram(t, { DEMO: '1', DATA_DIR: await emptyFolder(t), PORT: String(port) })
  const said = await program.says('Ready after')
  assert.match(said, new RegExp(`Sign in as ${signIn.email} with the password ${signIn.password}`))
  return `http://localhost:${port}`
}

async function signInAsRosa(page: Page): Promise<void> {
  await page.getByLabel('Email').fill(signIn.email)
  await page.getByLabel('Password', { exact: true }).fill(signIn.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Inbox' }).waitFor()
}

/** Every tick the page showed under this text, in order. */
async function watchTicks(page: Page, text: string): Promise<() => Promise<string[]>> {
  await page.evaluate((wanted) => {
    const seen: string[] = []
    Object.assign(window, { seenTicks: seen })
    const look = () => {
      const bubble = [...document.querySelectorAll('article, li')]
        .reverse()
        .find((each) => each.textContent?.includes(wanted))
      const tick = bubble?.querySelector('[role=img]')?.getAttribute('aria-label')
      if (tick && seen.at(-1) !== tick) seen.push(tick)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
  }, text)
  return () => page.evaluate(() => (window as unknown as { seenTicks: string[] }).seenTicks)
}

const order = ['Sending', 'Queued', 'Sent', 'Delivered', 'Read']

test('a customer writes, staff answer, and the ticks turn on both sides', async (t) => {
  const url = await startDemo(t)
  const inbox = await openPage(t, url)
  const phone = await openPage(t, `${url}/simulator`)
  await signInAsRosa(inbox)

  await phone.getByRole('button', { name: 'Salon Rosa' }).click()
  await phone.getByRole('textbox', { name: 'Message' }).fill('Good morning! Is tomorrow at ten free?')
  await phone.keyboard.press('Enter')

  const row = inbox.getByRole('link', { name: /^Ana Keller/ })
  await row.waitFor()
  const ownBubble = phone.getByRole('article', { name: 'You' })
  await ownBubble.getByRole('img', { name: 'Delivered' }).waitFor()

  await row.click()
  await inbox.getByText('Is tomorrow at ten free?').last().waitFor()
  await ownBubble.getByRole('img', { name: 'Read' }).waitFor()

  // The customer puts the phone away, so that the answer is delivered before it is read.
  await phone.getByRole('button', { name: /back/i }).click()
  const answer = 'Yes, ten is free. See you then!'
  const ticksSeen = await watchTicks(inbox, answer)
  await inbox.getByRole('textbox', { name: 'Message' }).fill(answer)
  await inbox.keyboard.press('Enter')
  const thread = inbox.getByRole('main')
  await thread.getByRole('img', { name: 'Delivered' }).last().waitFor()

  await phone.getByRole('button', { name: 'Salon Rosa' }).click()
  await phone.getByRole('article', { name: 'Salon Rosa' }).getByText(answer).waitFor()
  await thread.getByRole('img', { name: 'Read' }).last().waitFor()

  const ranks = (await ticksSeen()).map((tick) => order.indexOf(tick))
  assert.ok(ranks.length > 0 && !ranks.includes(-1), String(await ticksSeen()))
  assert.deepEqual(ranks, [...ranks].sort(), 'ticks only move forward')
})

test('what staff type survives a closed page and a lost connection is caught up', async (t) => {
  const url = await startDemo(t)
  const inbox = await openPage(t, url)
  const phone = await openPage(t, `${url}/simulator`)
  await signInAsRosa(inbox)
  await inbox.getByRole('link', { name: /^Ben Ortiz/ }).click()
  await inbox.getByRole('textbox', { name: 'Message' }).fill('Half a thought')
  await inbox.reload()
  assert.equal(await inbox.getByRole('textbox', { name: 'Message' }).inputValue(), 'Half a thought')

  await inbox.context().setOffline(true)
  await phone.getByRole('button', { name: 'Salon Rosa' }).click()
  await phone.getByRole('textbox', { name: 'Message' }).fill('Are you there?')
  await phone.keyboard.press('Enter')
  await phone.getByRole('article', { name: 'You' }).getByRole('img', { name: 'Delivered' }).waitFor()
  await inbox.context().setOffline(false)

  await inbox.getByRole('link', { name: /^Ana Keller/ }).waitFor()
})

test('a newcomer makes an account and a workspace, and is shown how to connect a number', async (t) => {
  const url = await startDemo(t)
  const page = await openPage(t, `${url}/sign-up`, widths.phone)
  await page.getByLabel('Name').fill('Mia Costa')
  await page.getByLabel('Email').fill('mia@bakery.example')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: /create|sign up/i }).click()
  await page
    .getByText(/at least 8 characters/i)
    .first()
    .waitFor()
  await page.getByLabel('Password', { exact: true }).fill('long enough')
  await page.getByRole('button', { name: /create|sign up/i }).click()

  await page.getByLabel('Name of the business').fill('Mia’s Bakery')
  await page.getByRole('button', { name: 'Open the front desk' }).click()
  await page.getByText('Connect WhatsApp', { exact: true }).click()
  await page.getByLabel('Access token').waitFor()
  assert.match(page.url(), /\/w\/mia-s-bakery\//)
})

test('no screen of the spine has a serious accessibility finding', async (t) => {
  const url = await startDemo(t)
  const page = await openPage(t, url)
  const findings: string[] = []
  const look = async (screen: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    findings.push(
      ...violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${screen}: ${id} at ${nodes[0]?.target}`),
    )
  }
  await page.getByLabel('Email').waitFor()
  await look('sign in')
  await signInAsRosa(page)
  await page.getByRole('link', { name: /^Ben Ortiz/ }).click()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await look('inbox')
  await page.goto(`${url}/w/salon-rosa/settings/channels`)
  await page.getByRole('heading', { name: 'Channels' }).first().waitFor()
  await look('channels')
  await page.goto(`${url}/simulator`)
  await page.getByRole('button', { name: 'Salon Rosa' }).click()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await look('simulator')
  assert.deepEqual(findings, [])
})
