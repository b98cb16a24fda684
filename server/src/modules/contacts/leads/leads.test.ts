import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#lib/actor'
import { InvalidInput, NotFound, Refusal } from '#lib/refusal'
import { removeMember } from '#tenancy'
import { world } from '../../../../world/world.ts'
import { create, merge } from '../index.ts'
import { beginLead, beginLeadByReferral } from './begin-lead.ts'
import { changeLead, leaveLeads } from './change-lead.ts'
import { type LeadChange, NewLead } from './lead.ts'
import { countLeads, getLead, listLeads } from './queries.ts'

const { salon, clinic, context, clock } = await world()

const asStaff = <T>(act: Parameters<typeof context.withTenant<T>>[1]) => salon.as(salon.staff, act)
const asSystem = <T>(act: Parameters<typeof context.withTenant<T>>[1]) =>
  context.withTenant({ tenantId: salon.tenantId, actor: system }, act)
const person = (name: string) => asStaff((tx) => create(tx, { name }))
const begin = async (name: string, wish: object = {}) => {
  clock.advance(1)
  const { id } = await person(name)
  return asStaff((tx) => beginLead(tx, NewLead.parse({ contactId: id, ...wish })))
}
const move = (id: string, wish: LeadChange) => asStaff((tx) => changeLead(tx, id, wish))
const told = (id: string) =>
  asStaff((tx) =>
    tx.db.selectFrom('facts.fact').select(['name', 'details']).where('subjectId', '=', id).orderBy('id').execute(),
  )
const memberId = salon.staff.actor.kind === 'member' ? salon.staff.actor.id : ''

test('a lead goes from stage to stage, and its history keeps from, to and why', async () => {
  const lead = await begin('Ana', { value: { amount: 12_000, currency: 'eur' } })
  assert.deepEqual(
    [lead.stage, lead.source, lead.owner?.id, lead.value],
    ['new', 'by_hand', memberId, { amount: 12_000, currency: 'EUR' }],
  )
  await move(lead.id, { stage: 'contacted' })
  await move(lead.id, { stage: 'contacted' })
  const lost = await move(lead.id, { stage: 'lost', lostReason: ' Too dear ' as never })
  assert.equal(lost.stage, 'lost')
  assert.equal((await move(lead.id, { stage: 'won' })).lostReason, null)
  await assert.rejects(move(lead.id, { lostReason: 'Why?' }), InvalidInput)
  await move(lead.id, { value: null, ownerId: null })
  assert.deepEqual(
    (await told(lead.id)).map(({ name, details }) => [name, details]),
    [
      ['contacts.lead_created', { stage: 'new', source: 'by_hand' }],
      ['contacts.lead_stage_changed', { from: 'new', to: 'contacted' }],
      ['contacts.lead_stage_changed', { from: 'contacted', to: 'lost', reason: ' Too dear ' }],
      ['contacts.lead_stage_changed', { from: 'lost', to: 'won' }],
      [
        'contacts.lead_changed',
        { value: { from: { amount: 12_000, currency: 'EUR' }, to: null }, ownerId: { from: memberId, to: null } },
      ],
    ],
  )
})

test('a person is one lead, merged or not, and another workspace’s lead does not exist', async () => {
  const lead = await begin('Ben')
  await assert.rejects(
    asStaff((tx) => beginLead(tx, NewLead.parse({ contactId: lead.contact.id }))),
    (error) => error instanceof Refusal && error.code === 'lead_already',
  )
  const other = await person('Benny')
  await asStaff((tx) => merge(tx, { id: lead.contact.id, into: other.id }))
  assert.deepEqual((await asStaff((tx) => getLead(tx, lead.id))).contact.name, 'Benny')
  const found = await asStaff((tx) => listLeads(tx, { contactId: other.id, limit: 5 }))
  assert.deepEqual(
    found.items.map(({ id }) => id),
    [lead.id],
  )
  await assert.rejects(
    clinic.as(clinic.owner, (tx) => changeLead(tx, lead.id, { stage: 'won' })),
    NotFound,
  )
})

test('who comes by an advertisement is a lead with that source, once, whatever comes later', async () => {
  const { id } = await person('Cleo')
  const referral = {
    source_type: 'ad',
    headline: 'Summer colours',
    source_id: '120',
    source_url: 'https://fb.me/x',
    ctwa_clid: 'c',
  }
  await asSystem((tx) => beginLeadByReferral(tx, id, referral))
  await asSystem((tx) => beginLeadByReferral(tx, id, { ...referral, headline: 'Winter' }))
  const { items } = await asStaff((tx) => listLeads(tx, { contactId: id, limit: 5 }))
  assert.deepEqual(
    items.map(({ source, sourceDetails, owner }) => [source, sourceDetails, owner]),
    [['ad', { headline: 'Summer colours', adId: '120', url: 'https://fb.me/x', clickId: 'c' }, null]],
  )
  const odd = await person('Odd')
  for (const nothing of [undefined, null, 'ad', [], 7]) await asSystem((tx) => beginLeadByReferral(tx, odd.id, nothing))
  assert.deepEqual((await asStaff((tx) => listLeads(tx, { contactId: odd.id, limit: 5 }))).items, [])
  await asSystem((tx) => beginLeadByReferral(tx, odd.id, { source_type: 7, headline: 'x\u0000'.repeat(900) }))
})

test('the list narrows by stage, owner, source and words, page by page, and the counts agree', async () => {
  for (const name of ['Fay One', 'Fay Two', 'Fay Three']) await begin(name, { stage: 'qualified', source: 'website' })
  const seen: (string | null)[] = []
  let cursor: string | undefined
  do {
    const page = await asStaff((tx) =>
      listLeads(tx, { stage: 'qualified', owner: 'me', source: 'website', q: 'fay', limit: 2, cursor }),
    )
    seen.push(...page.items.map(({ contact }) => contact.name))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  assert.deepEqual(seen, ['Fay Three', 'Fay Two', 'Fay One'])
  assert.equal((await asStaff((tx) => countLeads(tx, { q: 'fay' }))).qualified, 3)
  assert.equal((await asStaff((tx) => countLeads(tx, { owner: 'none', q: 'fay' }))).qualified, 0)
})

test('the leads of a colleague who leaves stand there without an owner', async () => {
  const lead = await begin('Gil')
  await salon.as(salon.owner, (tx) => removeMember(tx, memberId))
  await asSystem((tx) => leaveLeads(tx, memberId))
  const now = await salon.as(salon.owner, (tx) => getLead(tx, lead.id))
  assert.equal(now.owner, null)
  await assert.rejects(
    salon.as(salon.owner, (tx) => changeLead(tx, lead.id, { ownerId: memberId })),
    InvalidInput,
  )
})
