import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import { startFakeMeta } from '@frontdesk/fakes/meta'
import { openBrowser } from '../../world/browser.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

const number = { phoneNumberId: '100200300400599', wabaId: '900800700600599', displayPhoneNumber: '+49 30 55550199' }
const credentials = { accessToken: 'token-that-dies', appSecret: 'secret-of-the-bakery', verifyToken: 'verify-bakery' }

test('the access token dies, the alarm appears by itself, the remedy is followed, and all is well again', async (t) => {
  const meta = await startFakeMeta({ receipts: 'manual' })
  t.after(() => meta.close())
  const port = await freePort()
  const url = `http://localhost:${port}`
  const program = runProgram(t, {
    ...{ DEMO: '0', DATA_DIR: await emptyFolder(t), PORT: String(port), WHATSAPP_API_URL: meta.url },
  })
  await program.says('Ready after')

  const api = async (path: string, body: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    assert.ok(response.ok, await response.clone().text())
    return response.json() as Promise<{ token: string; webhookUrl: string; id: string }>
  }
  const person = { email: 'baker@bakery.test', password: 'flour and water' }
  const { token } = await api('/auth/sign-up', { name: 'Baker', ...person })
  const place = { timezone: 'Europe/Berlin', currency: 'EUR', country: 'DE' }
  await api('/workspaces', { name: 'The Bakery', slug: 'bakery', ...place }, token)
  const wish = { kind: 'whatsapp_cloud', name: 'Counter', settings: number, credentials }
  const { id, webhookUrl } = await api('/w/bakery/channels', wish, token)
  meta.addNumber({ ...number, ...credentials, name: 'The Bakery', webhookUrl })
  await meta.customerSends({ phoneNumberId: number.phoneNumberId, from: '491713920001', name: 'Ana', text: 'Open?' })

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  t.after(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(url)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: /^Ana/ }).waitFor()

  await page.goto(`${url}/w/bakery/settings/channels/${id}`)
  await page.getByRole('button', { name: 'Examine now' }).click()
  await page.getByText(/Everything is in order/).waitFor()
  assert.equal(await page.getByRole('region', { name: 'Needs attention' }).count(), 0)
  await page.goto(`${url}/w/bakery/inbox`)
  await page.getByRole('link', { name: /^Ana/ }).waitFor()

  // It dies while nobody looks at the channel: whoever is in the inbox sees it.
  meta.misbehave({ kind: 'tokenExpired' })
  await api(`/w/bakery/channels/${id}/health`, {}, token)
  const alarm = page.getByRole('region', { name: 'Needs attention' })
  await alarm.getByText(/Nothing can be sent from Counter/).waitFor()
  await alarm.getByRole('link', { name: 'Repair' }).click()
  const finding = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /^Access token ?: wrong/ }) })
  await finding.getByText(/expired or was revoked/).waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(grave, [])

  meta.addNumber({ ...number, ...credentials, accessToken: 'token-that-lives', name: 'The Bakery', webhookUrl })
  await finding.getByRole('button', { name: 'Enter a new token' }).click()
  await page.keyboard.type('token-that-lives')
  await page.keyboard.press('Enter')
  await page.getByText(/Everything is in order/).waitFor()
  await alarm.waitFor({ state: 'detached' })

  // The app secret is replaced in the dialog, and the old one is accepted a while longer.
  await page.getByRole('button', { name: 'Replace app secret…' }).click()
  await page.getByLabel('New app secret').fill('newer-secret')
  await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click()
  await page.getByText(/The former app secret is accepted for another/).waitFor()
  await page.getByRole('button', { name: 'End now…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'End now' }).click()
  await page.getByText(/The former app secret/).waitFor({ state: 'detached' })
})
