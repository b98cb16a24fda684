import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, type TestContext, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { signIn } from '../../world/demo/salon.ts'
import { openEventStream } from '../../world/event-stream.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

/** The demo as two processes over one database. */
async function startTwice(t: TestContext): Promise<readonly [url: string, otherUrl: string]> {
  const place = { DEMO: '1', DATA_DIR: await emptyFolder(t) }
  const urls: string[] = []
  for (const roles of ['http,worker', 'http']) {
    const port = await freePort()
    await runProgram(t, { ...place, PORT: String(port), ROLES: roles }).says('Ready after')
    urls.push(`http://localhost:${port}`)
  }
  return [urls[0] ?? '', urls[1] ?? '']
}

async function settingsAsRosa(t: TestContext, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.setDefaultTimeout(20_000)
  t.after(async () => {
    await context.close()
    assert.deepEqual(complaints, [])
  })
  await page.goto(`${url}/sign-in?next=/w/salon-rosa/settings/tokens`)
  await page.getByLabel('Email').fill(signIn.email)
  await page.getByLabel('Password', { exact: true }).fill(signIn.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'No tokens yet' }).waitFor()
  return page
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

test('a token is made, used and revoked, in every process at once; the log tells it, and can be taken along', async (t) => {
  const [url, otherUrl] = await startTwice(t)
  const page = await settingsAsRosa(t, url)

  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByRole('button', { name: 'Make the token' }).click()
  await page.getByText('Enter a name').waitFor()
  await page.getByLabel('Name').fill('Website')
  await page.getByLabel('Contacts', { exact: true }).selectOption('Read and change')
  await page.getByLabel('Live updates', { exact: true }).selectOption('Read')
  const found = await seriousFindings(page, 'making a token')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const secret = await page.getByRole('textbox', { name: 'API token' }).inputValue()
  assert.match(secret, /^fd_[0-9A-Za-z]{49}$/)
  found.push(...(await seriousFindings(page, 'the token')))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'I have copied it' }).click()
  await page.getByText('Contacts: read and change; Live updates: read').waitFor()

  const authorization = `Bearer ${secret}`
  const ask = (at: string) =>
    fetch(`${at}/api/v1/w/salon-rosa/contacts`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ name: '=Ana()' }),
    })
  assert.equal((await ask(otherUrl)).status, 201)
  const stream = await openEventStream(t, `${otherUrl}/api/v1/w/salon-rosa/stream`, { authorization })
  await stream.next(({ event }) => event === 'ready')

  await page.reload()
  await page.getByText(/^Last used today/).waitFor()
  await page.getByRole('button', { name: 'Revoke Website…' }).click()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await page.getByRole('heading', { name: 'No tokens yet' }).waitFor()
  await stream.ended
  assert.equal(stream.seen.at(-1)?.data.name, 'tenancy.token_revoked')
  assert.deepEqual([(await ask(url)).status, (await ask(otherUrl)).status], [401, 401])

  await page.getByRole('link', { name: 'Audit log' }).click()
  const log = page.getByRole('list', { name: 'Audit log', exact: true })
  await log.getByText('Website (Rosa Marín’s API token) added the contact =Ana()').waitFor()
  await log.locator('summary').first().click()
  found.push(...(await seriousFindings(page, 'audit log')))
  await page.getByRole('combobox', { name: 'What', exact: true }).selectOption('API tokens')
  await log.getByText('added the contact').waitFor({ state: 'detached' })
  await log.getByText('Rosa Marín revoked the API token “Website”').waitFor()
  await page.setViewportSize({ width: 360, height: 740 })
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)

  await page.getByRole('combobox', { name: 'What', exact: true }).selectOption('Everything')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  assert.match(download.suggestedFilename(), /^audit-log-\d{4}-\d\d-\d\d\.csv$/)
  const lines: Record<string, string>[] = parse(await readFile(await download.path()), { columns: true, bom: true })
  const made = lines.find(({ fact }) => fact === 'contacts.created')
  assert.deepEqual([made?.who, made?.about], ['Website (Rosa Marín’s API token)', `'=Ana()`])
  await log.getByText('Rosa Marín exported the audit log').waitFor()
  assert.deepEqual(found, [])
})
