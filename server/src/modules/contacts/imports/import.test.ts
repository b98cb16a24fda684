import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#lib/actor'
import { Refusal } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { world } from '../../../../world/world.ts'
import { changeConsent } from '../consent/change.ts'
import { getConsents } from '../consent/queries.ts'
import { exportContacts } from '../export-contacts.ts'
import { defineField } from '../fields/define-field.ts'
import { create, listContacts, merge, resolve } from '../index.ts'
import { badList } from './bad-list.testing.ts'
import { check, start } from './check.ts'
import { decode } from './decode.ts'
import type { Import } from './import.ts'
import type { PlanWish } from './plan.ts'
import { getImport, listRefused } from './queries.ts'
import { delimiterOf, recordsOf } from './records.ts'
import { refusedFile } from './refused-file.ts'
import { atOnce, importContacts } from './run.ts'
import { sweepImports } from './sweep.ts'
import { upload } from './upload.ts'

const cast = await world()
const { salon, clinic, context, clock } = cast

const asManager = <T>(act: (tx: Tx) => Promise<T>) => salon.as(salon.manager, act)
const bring = (text: string | Buffer, fileName = 'people.csv') =>
  asManager((tx) => upload(tx, context, { bytes: Buffer.from(text as string), fileName }))
const run = (importId: string) => importContacts.run(context, salon.tenantId, { importId })
const look = (id: string) => asManager((tx) => getImport(tx, id))
const refusedOf = async (id: string) => (await asManager((tx) => listRefused(tx, id, { limit: 100 }))).items

async function checked(one: Import, wish: Partial<PlanWish> = {}): Promise<Import> {
  const { columns, hasHeader, policy } = one.plan
  const targets = columns.map(({ target }) => target)
  await asManager((tx) => check(tx, context, { id: one.id, targets, hasHeader, policy, ...wish }))
  await run(one.id)
  return look(one.id)
}

async function imported(text: string | Buffer, wish: Partial<PlanWish> = {}): Promise<Import> {
  const one = await checked(await bring(text), wish)
  await asManager((tx) => start(tx, one.id))
  await run(one.id)
  return look(one.id)
}

const counts = ({ lines, made, updated, unchanged, refused, duplicates }: Import) => ({
  ...{ lines, made, updated, unchanged, refused, duplicates },
})
const find = async (q: string) => (await asManager((tx) => listContacts(tx, { q, limit: 10 }))).items

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of pieces) text += chunk
  return text
}

test('a file is read in whichever encoding and with whichever separator it was saved', () => {
  const written = 'Name;Teléfono\r\nÑuño;612 345 678\r\n'
  const saved: [Buffer, string][] = [
    [Buffer.from(written), 'utf-8'],
    [Buffer.from(`\uFEFF${written}`), 'utf-8'],
    [Buffer.from(`\uFEFF${written}`, 'utf16le'), 'utf-16le'],
    [Buffer.from(written, 'utf16le'), 'utf-16le'],
    [Buffer.from(`\uFEFF${written}`, 'utf16le').swap16(), 'utf-16be'],
    [Buffer.from(written, 'latin1'), 'windows-1252'],
  ]
  for (const [bytes, encoding] of saved) assert.deepEqual(decode(bytes), { text: written, encoding })
  assert.equal(delimiterOf(written), ';')
  assert.equal(delimiterOf('a\tb\n1,5\t2,5\n3,5\t4\n'), '\t')
  assert.equal(delimiterOf('sep=;\na,b;c\n'), ';')
  assert.equal(delimiterOf('only one column\nx\n'), ',')
})

test('a quote that is never closed costs its own line, and a cell may reach over several', () => {
  const text = 'a,b\n"Ana,1\nBen,2\n"Cleo\nSmith",3\nDan "the man",4\n\n"Eve ""E""",5\n'
  assert.deepEqual(
    [...recordsOf(text, ',')].map(({ line, cells }) => [line, cells]),
    [
      [1, ['a', 'b']],
      [2, null],
      [3, ['Ben', '2']],
      [4, ['Cleo\nSmith', '3']],
      [6, null],
      [8, ['Eve "E"', '5']],
    ],
  )
})

test('what is no list is refused when it is uploaded, with what to do', async () => {
  const refusals: [Buffer | string, string][] = [
    [Buffer.from('504b030414000600', 'hex'), 'spreadsheet'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'spreadsheet'],
    ['%PDF-1.7', 'not_csv'],
    [Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7) % 251)), 'not_csv'],
    ['', 'empty_file'],
    [' \n\n', 'empty_file'],
    ['Name,Phone\n', 'no_lines'],
    [`${'x,'.repeat(300)}y\n1\n`, 'too_many_columns'],
  ]
  for (const [bytes, code] of refusals)
    await assert.rejects(bring(bytes), (error) => error instanceof Refusal && error.code === code, code)
  await assert.rejects(
    salon.as(salon.staff, (tx) => upload(tx, context, { bytes: Buffer.from('a'), fileName: 'a' })),
    (error) => error instanceof Refusal && error.code === 'forbidden',
  )
})

test('columns are guessed by their heads in four languages, or by what stands in them', async () => {
  const guess = async (text: string) => (await bring(text)).plan.columns.map(({ target }) => target)
  assert.deepEqual(await guess('Full Name,Mobile,E-mail,Tags,Shoe\nA,6,a,b,c'), [
    'name',
    'phone',
    'email',
    'labels',
    'ignore',
  ])
  assert.deepEqual(
    await guess('Nombre;Apellidos;Teléfono móvil;Correo electrónico\na;b;c;d'),
    ['ignore', 'family_name', 'phone', 'email'].with(0, 'name'),
  )
  assert.deepEqual(await guess('Vorname;Nachname;Handynummer;E-Mail-Adresse\na;b;c;d'), [
    'given_name',
    'family_name',
    'phone',
    'email',
  ])
  assert.deepEqual(await guess('Prénom;Nom de famille;Téléphone;Courriel;Étiquettes\na;b;c;d;e'), [
    'given_name',
    'family_name',
    'phone',
    'email',
    'labels',
  ])
  const bare = await bring('Ana Ruiz,612345678,ana@example.test\nBen Ortiz,612345679,ben@example.test')
  assert.deepEqual(
    [bare.plan.hasHeader, bare.plan.columns.map(({ target }) => target)],
    [false, ['name', 'phone', 'email']],
  )
})

test('a check counts and changes nobody; the import then does just that, and again changes nothing', async () => {
  const ana = await asManager((tx) => create(tx, { name: 'Ana', phone: '+34611000001' }))
  const ben = await asManager((tx) => create(tx, { email: 'ben@list.test' }))
  const text = [
    'Name,Phone,Email,Labels',
    'Ana Maria,611000001,,VIP',
    'Ben,,BEN@list.test,',
    'Cleo,0034 611 000 003; 611 000 004,cleo@list.test,New|VIP',
    'Cleo again,611000003,,',
    'Both,611000001,ben@list.test,',
    'Nobody,,,',
    ',,,',
  ].join('\n')
  const plan = await checked(await bring(text))
  const expected = { lines: 6, made: 1, updated: 2, unchanged: 0, refused: 3, duplicates: 2 }
  assert.deepEqual([plan.state, counts(plan)], ['checked', expected])
  assert.deepEqual(await find('cleo'), [])
  assert.deepEqual((await refusedOf(plan.id)).map(({ line, code, message }) => [line, code, message]).slice(0, 2), [
    [5, 'duplicate_line', 'Line 4 has the same number or address already.'],
    [6, 'duplicate_line', 'Line 2 has the same number or address already.'],
  ])

  await asManager((tx) => start(tx, plan.id))
  await run(plan.id)
  const done = await look(plan.id)
  assert.deepEqual([done.state, counts(done)], ['done', counts(plan)])
  const [cleo, ...more] = await find('cleo')
  assert.deepEqual(
    [more, cleo?.identities.map(({ value }) => value), cleo?.labels],
    [[], ['+34611000003', '+34611000004', 'cleo@list.test'], ['New', 'VIP']],
  )
  assert.equal((await find('+34611000001'))[0]?.name, 'Ana', 'what is there stays')
  assert.equal((await find('ben@list.test'))[0]?.name, 'Ben', 'what is empty is filled')
  assert.deepEqual([ana.id, ben.id], [(await find('+34611000001'))[0]?.id, (await find('ben@list.test'))[0]?.id])

  const again = await imported(text)
  assert.deepEqual(counts(again), { ...expected, made: 0, updated: 0, unchanged: 3 })
})

test('people who are known are filled in, overwritten or skipped, and a line that means two is refused', async () => {
  await asManager((tx) => create(tx, { name: 'Dora', phone: '+34611000011' }))
  await asManager((tx) => create(tx, { name: 'Emil', email: 'emil@list.test' }))
  const line = (rest: string) => `Name,Phone,Email\n${rest}`
  assert.equal((await imported(line('Dorothea,611000011,'), { policy: 'skip' })).unchanged, 1)
  assert.equal((await imported(line('Dorothea,611000011,dora@list.test'), { policy: 'fill' })).updated, 1)
  assert.deepEqual((await find('dora@list.test'))[0]?.name, 'Dora')
  assert.equal((await imported(line('Dorothea,611000011,'), { policy: 'overwrite' })).updated, 1)
  assert.deepEqual((await find('dora@list.test'))[0]?.name, 'Dorothea')
  const two = await imported(line('X,611000011,emil@list.test'))
  assert.match((await refusedOf(two.id))[0]?.message ?? '', /Dorothea and Emil/)
})

test('every fault of a line is told with its column, the beginning of the cell, and why', async () => {
  const field = await asManager((tx) => defineField(tx, { name: 'Tier', kind: 'choice', choices: ['Gold', 'Silver'] }))
  const long = 'x'.repeat(10_000)
  const text = [
    'Name,Phone,Email,Tier',
    '"Ana,611000021,a@b.test,Gold',
    'A,611000022,a@b.test,Gold,surplus',
    'A,611000023',
    'A,not a phone,a@b.test,Gold',
    'A,4.47911E+11,,',
    'A,,nobody.test,',
    `${long},611000024,,`,
    'N\u0000L,611000025,,',
    '=HYPERLINK("x"),611000026,,'.replaceAll('"', '""').replace(/^(.*?),/, '"$1",'),
    'A,611000027,,Bronze',
    'Good,"=""0611000028""",,gold',
  ].join('\n')
  const done = await imported(Buffer.from(text), { country: 'FR' })
  assert.deepEqual(
    (await refusedOf(done.id)).map(({ line, column, code }) => [line, column, code]),
    [
      [2, null, 'broken_quotes'],
      [3, null, 'too_many_columns'],
      [4, null, 'too_few_columns'],
      [5, 'Phone', 'invalid_phone'],
      [6, 'Phone', 'shortened_number'],
      [7, 'Email', 'invalid_email'],
      [8, 'Name', 'too_long'],
      [9, 'Name', 'unreadable'],
      [10, 'Name', 'formula'],
      [11, 'Tier', 'invalid_value'],
    ],
  )
  assert.ok((await refusedOf(done.id)).every(({ excerpt, message }) => (excerpt?.length ?? 0) <= 80 && message))
  assert.deepEqual([done.made, (await find('+33611000028'))[0]?.fields], [1, [{ fieldId: field.id, value: 'Gold' }]])

  const { pieces } = await asManager((tx) => refusedFile(tx, context, done.id))
  const mended = (await textOf(pieces)).replace('not a phone', '611000029')
  await imported(mended, { country: 'FR' })
  assert.equal((await find('+33611000029'))[0]?.name, 'A')
})

test('a column says who agrees to marketing, with the file as the proof; no list takes an opt-out back', async () => {
  const file =
    'Name,Phone,Opt-in\nYes,+34611000051,Sí\nSome,+34611000052,"WhatsApp, e-mail"\nMaybe,+34611000053,maybe\nNo,+34611000054,no'
  const done = await imported(file)
  assert.deepEqual([done.made, done.refused], [3, 1])
  assert.equal((await refusedOf(done.id))[0]?.code, 'invalid_value')
  const standing = async (phone: string) => {
    const [person] = await find(phone)
    const { standings } = await asManager((tx) => getConsents(tx, person?.id ?? ''))
    return standings.flatMap(({ purpose, state, proof }) => (purpose === 'marketing' ? [[state, proof?.source]] : []))
  }
  assert.deepEqual(await standing('+34611000052'), [
    ['granted', 'import'],
    ['none', undefined],
    ['granted', 'import'],
  ])
  assert.deepEqual((await standing('+34611000054'))[0], ['withdrawn', 'import'])

  const [person] = await find('+34611000051')
  const said = { channelKind: 'whatsapp', purpose: 'marketing', state: 'withdrawn', reason: 'Said so' } as const
  await asManager((tx) => changeConsent(tx, person?.id ?? '', said))
  const again = await imported(file, { policy: 'overwrite' })
  assert.deepEqual([again.made, again.updated], [0, 0])
  assert.deepEqual((await standing('+34611000051'))[0], ['withdrawn', 'member'])
})

test('an export is imported again without changing anybody, whatever they are called', async () => {
  const odd = ['=1+1', "'=2", '-3', '@handle', '+4', '"Quoted", and; more', 'Line\nbreak', 'Ünïcödé 💍', '\t tab']
  for (const [at, name] of odd.entries())
    await asManager((tx) =>
      create(tx, { name: name.trim(), notes: `${name}\r\nnote`, labels: ['a; b', `x|${at}`, 'g ::: h'] }),
    )
  await context.withTenant({ tenantId: salon.tenantId, actor: system }, (tx) =>
    resolve(tx, { phone: '+9991234567', profileName: '\uD800 broken' }),
  )
  const [one, other] = [
    await asManager((tx) => create(tx, { name: 'One', phone: '+34611000031' })),
    await asManager((tx) => create(tx, { name: 'Other', phone: '+34611000032', labels: ['theirs'] })),
  ]
  await asManager((tx) => merge(tx, { id: one.id, into: other.id }))

  const everybody = await textOf((await asManager((tx) => exportContacts(tx, context, {}))).pieces)
  assert.ok(everybody.startsWith('\uFEFFFrontdesk ID,Name,'))
  for (const { cells } of recordsOf(everybody.slice(1), ','))
    for (const cell of cells ?? []) assert.doesNotMatch(cell, /^[=+\-@\t\r]/)
  for (const policy of ['fill', 'overwrite'] as const) {
    const again = await imported(everybody, { policy })
    assert.deepEqual([again.refused, again.made, again.updated], [0, 0, 0], JSON.stringify(await refusedOf(again.id)))
    assert.ok(again.unchanged > odd.length)
  }
  const vip = await textOf((await asManager((tx) => exportContacts(tx, context, { label: 'theirs' }))).pieces)
  assert.equal([...recordsOf(vip.slice(1), ',')].length, 2)
})

test('an import that was killed in the middle goes on where it stood, and a person who writes meanwhile is one person', async () => {
  const lines = Array.from({ length: atOnce * 2 + 5 }, (_, at) => `P${at},+3462${`${at}`.padStart(7, '0')}`)
  const one = await checked(await bring(['Name,Phone', ...lines].join('\n')))
  assert.equal(one.made, lines.length)
  await asManager((tx) => start(tx, one.id))
  await salon.as(salon.owner, (tx) =>
    tx.db
      .updateTable('contacts.import')
      .set({ position: atOnce, made: atOnce, lines: lines.length })
      .where('id', '=', one.id)
      .execute(),
  )
  // Two workers on one import, and a message from somebody on the list in between.
  await Promise.all([
    run(one.id),
    run(one.id),
    context.withTenant({ tenantId: salon.tenantId, actor: system }, (tx) => resolve(tx, { phone: '+34620001500' })),
  ])
  const done = await look(one.id)
  assert.equal(done.state, 'done')
  assert.equal(done.made + done.updated, lines.length)
  assert.equal((await find('+34620001500')).length, 1)
  assert.equal((await find('+34620000001')).length, 0, 'the first chunk had been dealt with')
})

test('a stalled import is found again, a file goes after seven days, and the clinic sees none of it', async () => {
  const one = await bring('Name,Phone\nZoe,+34630000001')
  const { columns, hasHeader, policy } = one.plan
  await asManager((tx) =>
    check(tx, context, { id: one.id, targets: columns.map(({ target }) => target), hasHeader, policy }),
  )
  clock.advance(31_000)
  await sweepImports(context)
  await run(one.id)
  assert.equal((await look(one.id)).state, 'checked')
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => getImport(tx, one.id)),
    (error) => error instanceof Refusal && error.code === 'not_found',
  )
  clock.advance(7 * 24 * 3_600_000)
  await sweepImports(context)
  assert.equal((await look(one.id)).hasFile, false)
  await assert.rejects(
    asManager((tx) => refusedFile(tx, context, one.id)),
    (error) => error instanceof Refusal && error.code === 'file_gone',
  )
})

test('50,000 lines with every fault there is, in Windows-1252, take seconds: each person once, each fault told', async () => {
  const { bytes, good, faults } = badList(50_000)
  const begun = performance.now()
  const one = await bring(bytes)
  assert.equal(one.encoding, 'windows-1252')
  const plan = await checked(one)
  await asManager((tx) => start(tx, one.id))
  await run(one.id)
  const seconds = (performance.now() - begun) / 1_000
  const done = await look(one.id)
  assert.equal(done.state, 'done')
  assert.deepEqual([done.made, done.refused], [good, faults])
  assert.deepEqual(counts(done), counts(plan))
  assert.equal((await find('Müller 49'))[0]?.name?.startsWith('Müller 49'), true)
  assert.ok(seconds < 90, `check and import took ${seconds.toFixed(1)} s`)
})
