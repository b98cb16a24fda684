import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { change as changeContact, create } from '#contacts'
import { system } from '#lib/actor'
import { announce } from '#lib/facts/announce'
import type { Facts } from '#lib/facts/types'
import { newId } from '#lib/id'
import type { Principal } from '#lib/tx'
import { addMember, removeMember } from '#tenancy'
import { type Desk, type World, world } from '../../../world/world.ts'
import { changeWorkspace } from '../tenancy/change-workspace.ts'
import { invite } from '../tenancy/invitations/invite.ts'
import { changeRole } from '../tenancy/members/change-role.ts'
import { makeToken } from '../tenancy/tokens/make.ts'
import type { AuditFilter } from './entry.ts'
import { exportEntries } from './export-entries.ts'
import { listEntries } from './list-entries.ts'
import { listFilters } from './list-filters.ts'

/** The cast, an hour after it came together. */
async function later(t: TestContext): Promise<World> {
  const cast = await world(t)
  cast.clock.set(new Date(Date.now() + 3_600_000))
  return cast
}

const idOf = ({ actor }: Principal) => ('id' in actor ? (actor.id ?? '') : '')
const origin = { address: '192.0.2.9', agent: 'Mozilla/5.0 (a phone)' }
const entries = async (desk: Desk, filter: AuditFilter = {}, limit = 100) =>
  (await desk.as(desk.owner, (tx) => listEntries(tx, { limit, ...filter }))).items
const sayings = async (desk: Desk, filter: AuditFilter = {}) =>
  (await entries(desk, filter)).map(({ who, what }) => `${who.name} ${what}`)
/** A fact as any module might announce it, of a name of its own. */
const note = (desk: Desk, who: Principal, name: string, details: object, subjectId = newId()) =>
  desk.as(who, (tx) => announce(tx, name as keyof Facts, { subjectId, details: details as never }))

test('an act stands there as a sentence, with who, on whom, from where, before and after', async (t) => {
  const { salon, clock } = await later(t)
  await salon.as({ ...salon.owner, origin }, (tx) => changeRole(tx, idOf(salon.staff), 'manager'))

  const [entry] = await entries(salon)
  assert.deepEqual(entry, {
    id: entry?.id,
    at: clock.now().toISOString(),
    who: { kind: 'member', id: idOf(salon.owner), name: 'Owner' },
    fact: 'tenancy.member_role_changed',
    area: 'members',
    what: 'changed the role of Staff',
    subject: { kind: 'member', id: idOf(salon.staff), name: 'Staff' },
    changes: [{ field: 'role', from: 'staff', to: 'manager' }],
    origin,
  })
})

test('the acts of members, programs and Frontdesk itself are said alike; what customers and messages do is left out', async (t) => {
  const { salon } = await later(t)
  const asSystem = { tenantId: salon.tenantId, actor: system }
  await salon.as(salon.owner, (tx) => changeWorkspace(tx, { name: 'Salon Blanca', slug: 'salon-rosa' }))
  await salon.as(salon.manager, (tx) => invite(tx, { role: 'staff', email: 'mia@else.test' }))
  const token = await salon.as(salon.manager, (tx) => makeToken(tx, { name: 'Website', scopes: ['contacts.write'] }))
  const { actor } = salon.manager
  const program = { kind: 'token', id: token.id, memberId: idOf(salon.manager), role: 'manager' } as const
  const userId = actor.kind === 'member' ? actor.userId : ''
  const byToken = { tenantId: salon.tenantId, actor: { ...program, userId, scopes: ['contacts.write'] } }
  const { id } = await salon.as(byToken, (tx) => create(tx, { name: 'Ana' }))
  await salon.as(salon.staff, (tx) => changeContact(tx, id, { name: 'Ana López' }))
  await note(salon, asSystem, 'contacts.created', {})
  await note(salon, asSystem, 'conversations.changed', { status: { from: 'resolved', to: 'open' } })
  await note(salon, asSystem, 'conversations.message_received', {})
  await note(salon, salon.staff, 'conversations.reply_queued', {})
  await note(salon, salon.owner, 'contacts.created', { importId: newId() })
  const file = { fileName: 'people.csv', made: 2, updated: 1, refused: 0 }
  for (const state of ['importing', 'importing', 'done'])
    await note(salon, asSystem, 'contacts.import_changed', { ...file, state })
  await note(salon, salon.manager, 'contacts.import_changed', { ...file, state: 'cancelled' })
  await note(salon, asSystem, 'channels.status_changed', {
    from: 'connected',
    to: 'reauth_required',
    reason: 'token_expired',
  })
  await salon.as(salon.manager, (tx) => removeMember(tx, idOf(salon.manager)))

  assert.deepEqual(await sayings(salon), [
    'Manager left the workspace',
    'Manager revoked the API token “Website”, with the member who made it',
    'Manager took back the invitation of mia@else.test',
    'Frontdesk marked the number as in need of a new token (token expired)',
    'Manager cancelled the import of “people.csv”',
    'Frontdesk finished the import of “people.csv”: 2 added, 1 updated, 0 refused',
    'Staff changed Ana López: name',
    'Website (Manager’s API token) added the contact Ana López',
    'Manager made the API token “Website” with access to contacts (read and change)',
    'Manager invited mia@else.test as staff',
    'Owner changed the workspace’s settings',
    'Owner added Staff as staff',
    'Owner added Manager as manager',
    'Owner opened the workspace',
  ])
  const changed = (await entries(salon)).flatMap(({ changes }) => changes)
  assert.deepEqual(changed, [
    { field: 'status', from: 'connected', to: 'reauth_required' },
    { field: 'name', from: 'Ana', to: 'Ana López' },
    { field: 'name', from: 'Salon Rosa', to: 'Salon Blanca' },
  ])
  const kept = await salon.as(salon.owner, (tx) => tx.db.selectFrom('facts.fact').select('actor').execute())
  assert.doesNotMatch(JSON.stringify(kept), /scopes/)
})

test('before and after are read out of whatever shape a fact has, ids of members as names', async (t) => {
  const { salon } = await later(t)
  const staff = idOf(salon.staff)
  const shapes: readonly [name: string, details: object, changes: string[]][] = [
    [
      'conversations.changed',
      { assigneeId: { from: null, to: staff }, labels: { from: ['a'], to: [] } },
      ['labels: a → null', 'assigned to: null → Staff'],
    ],
    ['conversations.changed', { automationPaused: { from: false, to: true } }, ['automation paused: no → yes']],
    ['contacts.lead_stage_changed', { from: 'new', to: 'won' }, ['stage: new → won']],
    [
      'contacts.changed',
      { fields: ['custom'], custom: [{ id: newId(), name: 'Birthday', from: null, to: '1 May' }] },
      ['birthday: null → 1 May'],
    ],
    [
      'channels.changed',
      {
        fields: ['settings'],
        from: { name: 'A', settings: { wabaId: '1' } },
        to: { name: 'A', settings: { wabaId: '2' } },
      },
      ['waba id: 1 → 2'],
    ],
    [
      'contacts.lead_changed',
      { value: { from: null, to: { amount: 1250, currency: 'EUR' } } },
      ['value: null → 12.5 EUR'],
    ],
    [
      'contacts.field_changed',
      { name: 'Birthday', change: { name: { from: 'Born', to: 'Birthday' } } },
      ['name: Born → Birthday'],
    ],
    ['calendar.room_painted', { odd: true }, []],
  ]
  for (const [name, details, changes] of shapes) {
    await note(salon, salon.owner, name, details)
    const [entry] = await entries(salon, {}, 1)
    assert.deepEqual(
      entry?.changes.map(({ field, from, to }) => `${field}: ${from} → ${to}`),
      changes,
      name,
    )
  }
  assert.equal((await entries(salon, {}, 1))[0]?.what, 'room painted (calendar)')
})

test('it is narrowed by who, what, on what and when, and read in pages that miss nothing', async (t) => {
  const { salon, clinic, clock } = await later(t)
  const subjectId = newId()
  const start = clock.now()
  for (let minute = 0; minute < 30; minute++) {
    clock.advance(60_000)
    const who =
      minute % 3 === 0 ? { tenantId: salon.tenantId, actor: system } : minute % 3 === 1 ? salon.staff : salon.manager
    await note(
      salon,
      who,
      minute % 2 ? 'channels.removed' : 'contacts.merged',
      { name: `${minute}` },
      minute < 3 ? subjectId : newId(),
    )
  }
  const count = async (filter: AuditFilter) => (await entries(salon, filter)).length
  assert.equal(await count({ who: idOf(salon.staff) }), 10)
  assert.equal(await count({ who: 'system' }), 10)
  assert.equal(await count({ area: 'channels' }), 15)
  assert.equal(await count({ area: 'nowhere' }), 0)
  assert.equal(await count({ subjectId }), 3)
  assert.equal(await count({ subjectId, area: 'channels', who: idOf(salon.staff) }), 1)
  const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000).toISOString()
  assert.equal(await count({ from: at(10), to: at(20) }), 10)
  await assert.rejects(count({ from: at(20), to: at(10) }), { code: 'invalid_input' })
  assert.equal((await entries(clinic)).length, 3, 'another workspace has its own')

  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await salon.as(salon.manager, (tx) => listEntries(tx, { limit: 7, ...(cursor ? { cursor } : {}) }))
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  assert.deepEqual(
    seen,
    (await entries(salon)).map(({ id }) => id),
  )
  assert.equal(new Set(seen).size, 33)
  const filters = await salon.as(salon.manager, (tx) => listFilters(tx))
  assert.deepEqual(
    filters.who.map(({ name }) => name),
    ['Owner', 'Manager', 'Staff'],
  )
})

test('nobody but owners and managers reads it, and nobody but owners takes a copy; nothing in it can be changed', async (t) => {
  const { salon, context } = await later(t)
  await assert.rejects(
    salon.as(salon.staff, (tx) => listEntries(tx, { limit: 1 })),
    { code: 'forbidden' },
  )
  await assert.rejects(
    salon.as(salon.manager, (tx) => exportEntries(tx, context, {})),
    { code: 'forbidden' },
  )
  for (const tampering of [sql`update facts.fact set actor = '{}'`, sql`delete from facts.fact`])
    await assert.rejects(
      salon.as(salon.owner, (tx) => tampering.execute(tx.db)),
      /permission denied/,
    )
})

test('the export is a CSV that says what the log says and does no harm in a spreadsheet', async (t) => {
  const { salon, context, clock } = await later(t)
  const { user } = await context.accounts.signUp(
    { name: '=HYPERLINK("http://evil.test")', email: 'eve@else.test', password: 'correct horse' },
    new Headers(),
  )
  const id = await salon.as(salon.owner, (tx) => addMember(tx, { userId: user.id, role: 'staff' }))
  const eve: Principal = { tenantId: salon.tenantId, actor: { kind: 'member', id, userId: user.id, role: 'staff' } }
  clock.advance(1)
  for (const agent of ['@SUM(1)', '+1', '-1', '\tx', 'a "quoted", one\r\nwith lines'])
    await salon.as({ ...eve, origin: { address: '::1', agent } }, (tx) => create(tx, { name: 'Zoë' }))
  await salon.as(salon.owner, (tx) =>
    sql`insert into facts.fact (id, name, subject_id, details, actor, at)
      select gen_random_uuid(), 'channels.removed', gen_random_uuid(), '{}', '{"kind":"system"}', ${clock.now()} from generate_series(1, 1200)`.execute(
      tx.db,
    ),
  )

  const file = await salon.as(salon.owner, (tx) => exportEntries(tx, context, {}))
  assert.equal(file.name, `audit-log-${clock.now().toISOString().slice(0, 10)}.csv`)
  const pieces = await Array.fromAsync(file.pieces)
  const text = pieces.join('')
  assert.ok(pieces.length > 3 && text.startsWith('\uFEFFtime (UTC),who,') && text.includes('\r\n'))
  const lines: Record<string, string>[] = parse(text, { columns: true, bom: true })
  assert.equal(lines.length, 1 + 1200 + 5 + 1 + 3)
  assert.ok(lines.some(({ fact }) => fact === 'audit.exported'))
  const hers = lines.filter(({ 'about id': about, fact }) => fact === 'contacts.created' && about)
  assert.deepEqual(new Set(hers.map(({ who }) => who)), new Set([`'=HYPERLINK("http://evil.test")`]))
  assert.deepEqual(
    hers.map(({ device }) => device).sort(),
    [`'@SUM(1)`, `'+1`, `'-1`, `'\tx`, 'a "quoted", one\r\nwith lines'].sort(),
  )
  assert.equal(hers[0]?.what, 'added the contact Zoë')
  for (const line of lines) for (const cell of Object.values(line)) assert.doesNotMatch(cell, /^[=+\-@\t\r]/)
})
