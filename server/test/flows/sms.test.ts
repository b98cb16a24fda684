import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import { startFakeTwilio } from '@frontdesk/fakes/twilio'
import { openBrowser } from '../../world/browser.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

test('a number for SMS is connected, a text comes in, the answer goes out as a text and is delivered', async (t) => {
  const twilio = await startFakeTwilio()
  t.after(() => twilio.close())
  twilio.addNumber('+15550100001')
  const port = await freePort()
  const url = `http://localhost:${port}`
  const program = runProgram(t, {
    ...{ DEMO: '0', DATA_DIR: await emptyFolder(t), PORT: String(port), TWILIO_API_URL: twilio.url },
  })
  await program.says('Ready after')
  const api = async (path: string, body: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    assert.ok(response.ok, await response.clone().text())
    return response.json() as Promise<{ token: string }>
  }
  const person = { email: 'baker@bakery.test', password: 'flour and water' }
  const { token } = await api('/auth/sign-up', { name: 'Baker', ...person })
  const place = { timezone: 'Europe/Berlin', currency: 'EUR', country: 'DE' }
  await api('/workspaces', { name: 'The Bakery', slug: 'bakery', ...place }, token)

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  t.after(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(url)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Inbox' }).waitFor()

  await page.goto(`${url}/w/bakery/settings/channels/new`)
  await page.getByText('SMS number', { exact: true }).click()
  await page.getByLabel('Phone number').fill('+1 555 010 0001')
  await page.getByLabel('Account SID').fill('AC1')
  await page.getByLabel('Auth token').fill(twilio.authToken)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await page.getByText('The account SID is AC and 32 digits').waitFor()
  await look('connect-sms')
  await page.getByLabel('Account SID').fill(twilio.accountSid)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()

  await page.getByText('Twilio has not been told where to send what customers write.').waitFor()
  await look('channel-sms')
  await page.getByRole('button', { name: 'Set it at Twilio' }).click()
  await page.getByText(/Everything is in order/).waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
    [],
  )

  await twilio.customerSends({ from: '+15550100123', to: '+15550100001', body: 'Is there rye bread left?' })
  await page.goto(`${url}/w/bakery/inbox`)
  await page.getByRole('link', { name: /555/ }).first().click()
  const box = page.getByRole('textbox', { name: 'Message' })
  await box.fill('Two loaves 🍞')
  await page.getByText('1 segment · special characters').waitFor()
  await look('composer-sms')
  await box.press('Enter')
  await page.getByRole('img', { name: 'Sent' }).first().waitFor()
  const sent = twilio.outbox[0]
  assert.deepEqual([twilio.outbox.length, sent?.to, sent?.body], [1, '+15550100123', 'Two loaves 🍞'])
  await twilio.emitStatus(sent?.sid ?? '', 'delivered')
  await page.getByRole('img', { name: 'Delivered' }).first().waitFor()

  /** For whoever wants to see it: SHOTS names a folder. */
  async function look(name: string): Promise<void> {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` })
  }
})
