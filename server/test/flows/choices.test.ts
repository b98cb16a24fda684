import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { signIn } from '../../world/demo/salon.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

test('staff offer buttons and a list, ask for a place and react; the customer taps, edits and takes back', async (t) => {
  const port = await freePort()
  const program = runProgram(t, { DEMO: '1', DATA_DIR: await emptyFolder(t), PORT: String(port) })
  await program.says('Ready after')
  const url = `http://localhost:${port}`
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  t.after(() => context.close())
  const [inbox, phone] = [await context.newPage(), await context.newPage()]
  for (const page of [inbox, phone]) page.setDefaultTimeout(20_000)

  await inbox.goto(url)
  await inbox.getByLabel('Email').fill(signIn.email)
  await inbox.getByLabel('Password', { exact: true }).fill(signIn.password)
  await inbox.getByRole('button', { name: 'Sign in' }).click()
  await phone.goto(`${url}/simulator`)
  await phone.getByRole('button', { name: 'Salon Rosa' }).click()
  const write = phone.getByRole('textbox', { name: 'Message' })
  await write.fill('Is tomorow free?')
  await write.press('Enter')
  await inbox.getByRole('link', { name: /^Ana Keller/ }).click()
  const thread = inbox.getByRole('main')
  const bubble = (text: string) => thread.getByRole('article').filter({ hasText: text })

  // The whole editor by keyboard: the menu, the text, the buttons, Enter.
  await inbox.getByRole('button', { name: 'Send something else' }).press('Enter')
  await inbox.getByRole('menuitem', { name: 'Buttons' }).press('Enter')
  await inbox.keyboard.type('Which time suits you?')
  await inbox.keyboard.press('Tab')
  await inbox.keyboard.type('At ten')
  await inbox.keyboard.press('Tab')
  await inbox.keyboard.type('At eleven')
  await seriousFlaws(inbox)
  await inbox.keyboard.press('Enter')
  await phone.getByRole('button', { name: 'At eleven' }).click()
  const answer = bubble('At eleven').filter({ hasText: 'Which time suits you?' }).last()
  await answer.getByRole('blockquote').filter({ hasText: 'Which time suits you?' }).waitFor()

  await choose(inbox, 'List')
  await inbox.getByLabel('Text', { exact: true }).fill('And what shall it be?')
  await inbox.getByLabel('Choice 1', { exact: true }).fill('Cut')
  await inbox.getByLabel('Description of choice 1').fill('30 minutes')
  await inbox.getByRole('button', { name: 'Send', exact: true }).click()
  await phone.getByRole('button', { name: 'Choose' }).click()
  await phone.getByRole('menuitem', { name: /Cut/ }).click()
  await bubble('Cut')
    .filter({ has: inbox.getByRole('blockquote') })
    .last()
    .waitFor()

  await choose(inbox, 'Ask for a location')
  await inbox.getByRole('button', { name: 'Send', exact: true }).click()
  await phone.getByRole('button', { name: 'Send location' }).click()
  await bubble('Alexanderplatz').getByRole('link', { name: 'Open the map' }).waitFor()

  await choose(inbox, 'Contact card')
  await inbox.getByRole('textbox', { name: 'Name' }).fill('Lena Ruiz')
  await inbox.getByRole('textbox', { name: 'Phone' }).fill('+34 600 000 009')
  await inbox.getByRole('button', { name: 'Send', exact: true }).click()
  await phone.getByRole('article', { name: 'Salon Rosa' }).filter({ hasText: 'Lena Ruiz' }).waitFor()

  await bubble('Is tomorow free?').hover()
  await thread.getByRole('button', { name: 'React' }).first().click()
  await inbox.getByRole('button', { name: 'Thumbs up' }).click()
  await bubble('Is tomorow free?').getByRole('img', { name: 'The business reacted with 👍' }).waitFor()
  await phone.getByRole('article', { name: 'You' }).filter({ hasText: '👍' }).waitFor()

  const own = phone.getByRole('article', { name: 'You' }).first()
  await own.hover()
  await own.getByRole('button', { name: 'Edit or delete' }).click()
  await phone.getByRole('menuitem', { name: 'Edit' }).click()
  await write.fill('Is tomorrow free?')
  await write.press('Enter')
  await bubble('Is tomorrow free?').getByText('edited').waitFor()
  await own.hover()
  await own.getByRole('button', { name: 'Edit or delete' }).click()
  await phone.getByRole('menuitem', { name: 'Delete' }).click()
  await bubble('This message was taken back').waitFor()
})

async function choose(inbox: Page, kind: string): Promise<void> {
  await inbox.getByRole('button', { name: 'Send something else' }).click()
  await inbox.getByRole('menuitem', { name: kind, exact: true }).click()
}

async function seriousFlaws(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(
    serious.map(({ id, nodes }) => [id, nodes[0]?.html]),
    [],
  )
}
