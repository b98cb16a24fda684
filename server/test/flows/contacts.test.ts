import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { assertAccessible, demoProgram, memberPage } from '../../world/member-page.ts'

const browser = await openBrowser()
after(() => browser.close())

/** The demo salon's contacts, as Rosa sees them. */
async function openContacts(t: TestContext): Promise<Page> {
  const page = await memberPage(t, browser, await demoProgram(t))
  await page.getByRole('link', { name: 'Contacts' }).click()
  await page.getByRole('heading', { name: 'Contacts' }).waitFor()
  return page
}

test('a person is added, filed under a label and noted about, found by the label, and the history tells it', async (t) => {
  const page = await openContacts(t)
  await page.getByRole('link', { name: 'New contact' }).click()
  await page.getByRole('button', { name: 'Add the contact' }).click()
  await page.getByText('Enter a name, a phone number or an e-mail address.').waitFor()
  await page.getByLabel('Name').fill('Noa Vidal')
  await page.getByLabel('Phone number').fill('call me')
  await page.getByRole('button', { name: 'Add the contact' }).click()
  await page.getByText('This is no phone number we can read.').waitFor()
  await page.getByLabel('Phone number').fill('612 345 678')
  await page.getByRole('button', { name: 'Add the contact' }).click()
  await page.getByRole('heading', { name: 'Noa Vidal' }).waitFor()

  const person = page.getByRole('region', { name: 'Person' })
  await person.getByLabel('New label').fill('Bridal')
  await page.keyboard.press('Enter')
  await person.getByRole('button', { name: 'Remove the label Bridal' }).waitFor()
  await person.getByRole('textbox', { name: 'Notes' }).fill('Wedding on 12 June')
  await person.getByRole('button', { name: 'Save the notes' }).click()
  await person.getByRole('button', { name: 'Remove +34612345678' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  for (const sentence of [
    /removed a phone number$/,
    /changed the notes$/,
    /added the label “Bridal”$/,
    /added this contact$/,
  ])
    await person.getByText(sentence).waitFor()
  await person.getByText('No messages yet.').waitFor()
  await assertAccessible(page, 'a contact')

  await page.getByRole('button', { name: 'Label: everyone' }).click()
  await page.getByRole('menuitemradio', { name: /^Bridal/ }).click()
  await page.getByRole('link', { name: /Ben Ortiz/ }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /Noa Vidal/ }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('nobody at all')
  await page.getByText('Nobody found for “nobody at all” under “Bridal”').waitFor()
  await page.getByRole('button', { name: 'Show everyone' }).click()
  await page.getByRole('link', { name: /Ben Ortiz/ }).waitFor()
  await page.getByRole('heading', { name: 'Contacts' }).click()
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2 }).filter({ hasNotText: 'Noa Vidal' }).first().waitFor()
  await assertAccessible(page, 'the list')
})

test('two contacts turn out to be one: previewed, merged, both threads on one page, and separated again', async (t) => {
  const page = await openContacts(t)
  await page.getByRole('link', { name: /Ben Ortiz/ }).click()
  const person = page.getByRole('region', { name: 'Person' })
  await person.getByRole('button', { name: 'Merge with another contact' }).click()
  await person.getByRole('textbox', { name: 'Search for the other contact' }).fill('camila')
  await person.getByRole('button', { name: /Camila Rocha/ }).click()
  const preview = person.getByRole('region', { name: 'Preview of the merged contact' })
  await preview.getByText('+447700900123').waitFor()
  await preview.getByText('+553188880103').waitFor()
  await preview.getByRole('button', { name: 'The other way round' }).click()
  await preview.getByText('Ben Ortiz becomes part of Camila Rocha').waitFor()
  await preview.getByRole('button', { name: 'The other way round' }).click()
  await preview.getByText('Camila Rocha becomes part of Ben Ortiz').waitFor()
  await assertAccessible(page, 'the preview')
  await preview.getByRole('button', { name: 'Merge', exact: true }).click()

  await person.getByText(/merged another contact into this one$/).waitFor()
  await person.getByRole('link', { name: '+553188880103' }).waitFor()
  const threads = person.getByRole('region', { name: 'Conversations' }).getByRole('link')
  await threads.nth(1).waitFor()
  assert.equal(await threads.count(), 2)
  const list = page.getByRole('region', { name: 'Contacts' })
  await list.getByRole('link', { name: /Camila Rocha/ }).waitFor({ state: 'detached' })
  await page.getByRole('textbox', { name: 'Search contacts' }).fill('camila')
  await list.getByRole('link', { name: /Dev Sharma/ }).waitFor({ state: 'detached' })
  await list.getByRole('link', { name: /Ben Ortiz/ }).waitFor()
  await threads.nth(1).click()
  await page
    .getByRole('log')
    .or(page.getByRole('textbox', { name: 'Message' }))
    .first()
    .waitFor()
  await page.goBack()

  await person.getByRole('button', { name: 'Separate Camila Rocha again' }).click()
  await person.getByText(/separated a merged contact again$/).waitFor()
  await person.getByRole('link', { name: '+553188880103' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /Camila Rocha/ }).click()
  await page.getByRole('heading', { name: 'Camila Rocha' }).waitFor()
  await person.getByRole('link', { name: '+553188880103' }).waitFor()
  await threads.first().waitFor()
  assert.equal(await threads.count(), 1)
})
