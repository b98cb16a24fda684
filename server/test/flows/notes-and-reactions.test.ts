import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '../../world/browser.ts'
import { assertAccessible, demoProgram, freshPage, memberPage } from '../../world/member-page.ts'

const browser = await openBrowser()
after(() => browser.close())

test('staff note something among themselves, the customer reacts and takes it back, and the note is found again', async (t) => {
  const url = await demoProgram(t)
  const inbox = await memberPage(t, browser, url)
  const phone = await freshPage(t, browser)
  await phone.goto(`${url}/simulator`)
  await phone.getByRole('button', { name: 'Salon Rosa' }).click()
  await phone.getByRole('textbox', { name: 'Message' }).fill('Is tomorrow at ten free?')
  await phone.keyboard.press('Enter')
  await inbox.getByRole('link', { name: /^Ana Keller/ }).click()
  const thread = inbox.getByRole('main')

  // By keyboard alone: change to the note, write, add, change back.
  const message = inbox.getByRole('textbox', { name: 'Message' })
  await message.press('Alt+n')
  const note = inbox.getByRole('textbox', { name: 'Note' })
  await note.fill('She prefers Lena')
  await note.press('Enter')
  await thread
    .getByRole('article')
    .filter({ hasText: 'She prefers Lena' })
    .getByText(/^Note by/)
    .waitFor()
  await assertAccessible(inbox, 'the thread')
  await note.press('Alt+n')
  await message.fill('Yes, ten is free.')
  await message.press('Enter')

  const answer = phone.getByRole('article', { name: 'Salon Rosa' }).filter({ hasText: 'Yes, ten is free.' })
  await answer.waitFor()
  assert.equal(await phone.getByText('She prefers Lena').count(), 0, 'the customer never sees a note')

  const react = async (name: string) => {
    await answer.hover()
    await phone.getByRole('button', { name: 'React or reply' }).last().click()
    await phone.getByRole('menuitem', { name }).click()
  }
  await react('Thumbs up')
  const bubble = thread.getByRole('article').filter({ hasText: 'Yes, ten is free.' })
  const reaction = bubble.getByRole('img', { name: 'The customer reacted with 👍' })
  await reaction.waitFor()
  await react('Take reaction back')
  await reaction.waitFor({ state: 'detached' })

  // "/" leads to the search; what it finds opens the thread where it was said.
  await message.press('Escape')
  await inbox.keyboard.press('/')
  await inbox.keyboard.type('lena')
  await inbox
    .getByRole('region', { name: 'Messages found' })
    .getByRole('link', { name: /She prefers Lena/ })
    .click()
  await inbox.waitForURL(/#message-/)
  await thread.getByRole('article').filter({ hasText: 'She prefers Lena' }).waitFor()
})
