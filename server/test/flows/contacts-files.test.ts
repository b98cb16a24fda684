import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, type TestContext, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { signIn } from '../../world/demo/salon.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

/** The demo salon as Rosa sees it; whatever the page complains about fails the test. */
async function openSalon(t: TestContext): Promise<Page> {
  const port = await freePort()
  const program = runProgram(t, { DEMO: '1', DATA_DIR: await emptyFolder(t), PORT: String(port) })
  await program.says('Ready after')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.setDefaultTimeout(20_000)
  t.after(async () => {
    await context.close()
    assert.deepEqual(complaints, [])
  })
  await page.goto(`http://localhost:${port}`)
  await page.getByLabel('Email').fill(signIn.email)
  await page.getByLabel('Password', { exact: true }).fill(signIn.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('link', { name: 'Contacts' }).click()
  await page.getByRole('heading', { name: 'Contacts' }).waitFor()
  return page
}

async function assertAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(
    serious.map(({ id, nodes }) => `${screen}: ${id} at ${nodes[0]?.target}`),
    [],
  )
}

const list = [
  'Nombre;Teléfono;Correo;Etiquetas;Tono',
  'Lola Más;612 000 111;lola@list.test;VIP;cobre',
  'Excel;4,47911E+11;;;',
  '"Sin cerrar;612000112;;;',
  'Lola otra vez;+34612000111;;;',
  'Ñico;612000113;;;ceniza',
].join('\r\n')

test('a list with faults is uploaded, understood, tried, imported and mended, and its people are found by a field', async (t) => {
  const page = await openSalon(t)
  await page.getByRole('button', { name: 'Import, export, fields' }).click()
  await page.getByRole('menuitem', { name: 'Contact fields' }).click()
  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.getByLabel('Name').fill('Tono')
  await page.getByLabel('Kind').selectOption('choice')
  await page.getByLabel('Choices').fill('Cobre\nCeniza')
  await page.getByRole('button', { name: 'Add the field' }).click()
  await page.getByRole('list', { name: 'Fields' }).getByText('Choice: Cobre, Ceniza').waitFor()
  await assertAccessible(page, 'contact fields')

  await page.getByRole('link', { name: 'Contacts' }).click()
  await page.getByRole('button', { name: 'Import, export, fields' }).click()
  await page.getByRole('menuitem', { name: 'Import from a file' }).click()
  const bring = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await bring('people.xlsx', Buffer.from('504b030414000600', 'hex'))
  await page.getByText(/This is an Excel workbook/).waitFor()
  await bring('clientes.csv', Buffer.from(list, 'latin1'))
  await page.getByText('Windows-1252 · separated by semicolons').waitFor()
  assert.equal(await page.getByLabel('Tono is').locator('option:checked').textContent(), 'Tono')
  assert.equal(await page.getByLabel('Correo is').inputValue(), 'email')
  await assertAccessible(page, 'columns')
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await page.getByText('A spreadsheet has shortened this number').waitFor()
  await page.getByText('Line 2 has the same number or address already.').waitFor()
  await assertAccessible(page, 'what would happen')
  await page.getByRole('button', { name: 'Import 2 people' }).click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download them to mend' }).click(),
  ])
  const refused = await readFile(await download.path(), 'utf8')
  assert.match(refused, /4,47911E\+11/)
  assert.doesNotMatch(refused, /Ñico/)

  await page.getByRole('link', { name: 'Contacts' }).first().click()
  await page.getByLabel('Field', { exact: true }).selectOption('Tono')
  await page.getByLabel('Tono is').selectOption('Ceniza')
  await page.getByRole('link', { name: /Lola Más/ }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /Ñico/ }).click()
  const person = page.getByRole('region', { name: 'Person' })
  await person.getByText('Came with an imported file').waitFor()
  await person.getByRole('button', { name: 'Fill in' }).click()
  await person.getByLabel('Tono').selectOption('Cobre')
  await person.getByRole('button', { name: 'Save' }).click()
  await person.getByText('set “Tono” to “Cobre”').waitFor()
})

test('leads go from stage to stage by mouse, by menu and by keys, and a refused move goes back', async (t) => {
  const page = await openSalon(t)
  for (const name of ['Ben Ortiz', 'Camila Rocha']) {
    await page.getByRole('link', { name: new RegExp(name) }).click()
    await page.getByLabel('Where they came from').selectOption('website')
    await page.getByRole('button', { name: 'Make a lead' }).click()
    await page.getByRole('button', { name: 'Change the lead' }).waitFor()
  }
  await page.getByRole('link', { name: 'Leads' }).click()
  const column = (stage: string) => page.locator(`[data-stage=${stage}]`)
  const card = (name: string) => page.locator('[data-lead]', { hasText: name })
  await card('Ben Ortiz').dragTo(column('contacted'))
  await column('contacted').getByText('Ben Ortiz').waitFor()
  await page.getByRole('region', { name: 'Contacted, 1 leads' }).waitFor()

  await card('Camila Rocha').getByRole('link').focus()
  await page.keyboard.press('Alt+ArrowRight')
  // The keyboard goes with the card.
  await column('contacted').locator('a:focus', { hasText: 'Camila Rocha' }).waitFor()
  await card('Camila Rocha').getByRole('button', { name: 'Move Camila Rocha' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Won' }).press('Enter')
  await column('won').getByText('Camila Rocha').waitFor()
  await assertAccessible(page, 'the board')

  await page.route('**/leads/*', (route) => route.abort())
  await card('Ben Ortiz').dragTo(column('lost'))
  await page.getByText(/Ben Ortiz could not be moved/).waitFor()
  await column('contacted').getByText('Ben Ortiz').waitFor()
  await page.unroute('**/leads/*')

  await card('Camila Rocha').getByRole('link').click()
  await page.getByText('moved the lead from contacted to won').waitFor()
})
