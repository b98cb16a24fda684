import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { signIn } from '../../world/demo/salon.ts'
import { mailFor } from '../../world/outbox.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

const fresh = 'a password of today'

async function openPage(t: TestContext, url: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
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

async function enter(page: Page, password: string): Promise<void> {
  await page.getByLabel('Email').fill(signIn.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function inbox(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Inbox' }).waitFor()
}

async function seriousFindings(page: Page, screen: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Colours fade over; what counts is where they arrive.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    found.push(...serious.map(({ id, nodes }) => `${screen}, ${colorScheme}: ${id} at ${nodes[0]?.target}`))
  }
  return found
}

/** Chooses a new password by the link in the mail. */
async function resetByMail(page: Page, url: string, dataDir: string): Promise<void> {
  await page.getByRole('link', { name: 'Forgot password?' }).click()
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
  await page.getByLabel('Email').fill(signIn.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  const { token } = await mailFor(dataDir, signIn.email)
  await page.goto(`${url}/reset-password/${token}`)
  await page.getByLabel('New password', { exact: true }).fill(fresh)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByRole('heading', { name: 'Your password is changed' }).waitFor()
  await page.getByRole('link', { name: 'Sign in' }).click()
}

/** Turns codes on at the account's page; answers what makes them, and the recovery codes. */
async function turnCodesOn(page: Page): Promise<{ totp: TOTP; recoveryCodes: string[]; findings: string[] }> {
  await page.getByRole('button', { name: 'Your account' }).click()
  await page.getByRole('menuitem', { name: 'Your account' }).click()
  await page.getByRole('button', { name: 'Turn codes on…' }).click()
  await page.getByLabel('Your password').fill(fresh)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('img', { name: 'QR code for the authenticator' }).waitFor()
  await page.getByText('I can’t scan it').click()
  const findings = await seriousFindings(page, 'account')
  const key = await page.getByLabel('Key to type in', { exact: true }).inputValue()
  const totp = new TOTP({ secret: Secret.fromBase32(key) })
  await page.getByLabel('Code', { exact: true }).fill(totp.generate())
  await page.getByRole('button', { name: 'Turn codes on' }).click()
  await page.getByRole('list', { name: 'Recovery codes' }).waitFor()
  const recoveryCodes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  return { totp, recoveryCodes, findings }
}

test('who forgot gets back in by mail and is out elsewhere; a phone’s code, and a kept one, open the door', async (t) => {
  const port = await freePort()
  const dataDir = await emptyFolder(t)
  const program = runProgram(t, { DEMO: '1', DATA_DIR: dataDir, PORT: String(port) })
  await program.says('Ready after')
  const url = `http://localhost:${port}`

  const elsewhere = await openPage(t, `${url}/sign-in`)
  await enter(elsewhere, signIn.password)
  await inbox(elsewhere)
  const page = await openPage(t, `${url}/sign-in`, 360)
  await resetByMail(page, url, dataDir)
  await elsewhere.getByRole('heading', { name: 'Sign in to Frontdesk' }).waitFor()
  await enter(page, signIn.password)
  await page.getByText('Email or password is wrong').waitFor()
  await enter(page, fresh)
  await inbox(page)

  const { totp, recoveryCodes, findings } = await turnCodesOn(page)
  await page.getByRole('link', { name: 'Back to work' }).click()
  await page.getByRole('button', { name: 'Your account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await enter(page, fresh)
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
  findings.push(...(await seriousFindings(page, 'second step')))
  // The one before was used to turn codes on; the clock of a phone may be half a minute ahead.
  await page.getByLabel('Code', { exact: true }).fill(totp.generate({ timestamp: Date.now() + 30_000 }))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await inbox(page)

  for (const isFirstUse of [true, false]) {
    await elsewhere.goto(`${url}/sign-in`)
    await enter(elsewhere, fresh)
    await elsewhere.getByRole('button', { name: 'Phone lost? Use a recovery code' }).click()
    await elsewhere.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '')
    await elsewhere.getByRole('button', { name: 'Sign in' }).click()
    if (isFirstUse) await inbox(elsewhere)
    else await elsewhere.getByText('wrong, too old or was used before').waitFor()
  }
  assert.deepEqual(findings, [])
})
