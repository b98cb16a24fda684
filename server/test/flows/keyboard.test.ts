import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '../../world/browser.ts'
import { signIn } from '../../world/demo/salon.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

test('an inbox is worked through by keyboard alone', async (t) => {
  const port = await freePort()
  const program = runProgram(t, { DEMO: '1', DATA_DIR: await emptyFolder(t), PORT: String(port) })
  await program.says('Ready after')
  const page = await browser.newPage()
  t.after(() => page.close())
  page.setDefaultTimeout(20_000)
  await page.goto(`http://localhost:${port}`)
  await page.getByLabel('Email').fill(signIn.email)
  await page.getByLabel('Password', { exact: true }).fill(signIn.password)
  await page.keyboard.press('Enter')
  const rows = page.locator('[data-conversation-row]')
  await page.getByRole('link', { name: /^Dev Sharma/ }).waitFor()
  assert.equal(await rows.count(), 3)

  const [press, focused] = [page.keyboard.press.bind(page.keyboard), page.locator('[data-conversation-row]:focus')]
  await press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await press('j')
  await focused.waitFor()
  await press('r')
  const message = page.getByRole('textbox', { name: 'Message' })
  await message.waitFor()
  await page.keyboard.type('Yes, of course.')
  await press('Enter')
  await page.getByRole('main').getByRole('article').filter({ hasText: 'Yes, of course.' }).waitFor()

  await press('Escape')
  for (let left = 2; left >= 0; left--) {
    await focused.waitFor()
    await press('e')
    await page.waitForFunction((count) => document.querySelectorAll('[data-conversation-row]').length === count, left)
  }

  await page.getByRole('link', { name: 'Contacts' }).click()
  await page.waitForURL(/contacts/)
  await press('g')
  await press('i')
  await page.getByRole('heading', { name: 'Inbox' }).waitFor()
  assert.match(page.url(), /\/inbox$/)
})
