import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '../../world/browser.ts'
import { demoProgram, memberPage } from '../../world/member-page.ts'

const browser = await openBrowser()
after(() => browser.close())

test('an inbox is worked through by keyboard alone', async (t) => {
  const page = await memberPage(t, browser, await demoProgram(t))
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
