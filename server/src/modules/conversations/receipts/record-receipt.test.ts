import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { InboundReceipt } from '#channels'
import type { Tx } from '#lib/tx'
import { connectNumber, type Inbox, inbox } from '../../../../world/inbox.ts'
import { claim } from '../delivery/claim.ts'
import { recordOutcome } from '../delivery/record-outcome.ts'
import { hands } from '../hands.ts'

const failure = { code: 'undeliverable', class: 'recipient', message: 'It can’t be delivered.' } as const

const anyReceipts = fc.uniqueArray(
  fc.record({
    status: fc.constantFrom<InboundReceipt['status']>('sent', 'delivered', 'read', 'played', 'failed'),
    minute: fc.integer({ min: 0, max: 3 }),
    isNamed: fc.boolean(),
  }),
  { selector: ({ status, minute }) => `${status} ${minute}`, minLength: 1, maxLength: 6 },
)

test('on the database, too, any order and any repetition of receipts leaves one identical row', async (t) => {
  const desk = await inbox(t)
  await desk.answer('one')
  await desk.deliver()
  const [sent] = desk.meta.outbox

  const rowAfter = (receipts: readonly InboundReceipt[]) =>
    rolledBack(desk, async (tx) => {
      for (const receipt of receipts) await hands.receipt(tx, desk.channel, receipt)
      const { rows } = await sql`
        select status, error, provider_message_id, sent_at, delivered_at, read_at from conversations.message
        where tenant_id = ${tx.tenantId} and provider_message_id = ${sent?.id}`.execute(tx.db)
      return rows
    })

  await fc.assert(
    fc.asyncProperty(
      anyReceipts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list]))),
      async ([list, shuffled]) => {
        const asReceipt = ({ status, minute, isNamed }: (typeof list)[number]): InboundReceipt => ({
          providerMessageId: sent?.id ?? '',
          status,
          at: new Date(Date.UTC(2026, 2, 2, 9, minute)),
          ...(isNamed ? { attemptId: sent?.bizOpaqueCallbackData ?? '' } : {}),
          ...(status === 'failed' ? { error: failure } : {}),
        })
        const inOrder = await rowAfter(list.map(asReceipt))
        assert.deepEqual(await rowAfter([...shuffled, ...list.toReversed()].map(asReceipt)), inOrder)
      },
    ),
    { numRuns: 150 },
  )
})

test('a receipt that comes before its call returns is joined by the attempt it names', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  const { call } = await begin(desk)

  await desk.asSystem((tx) =>
    hands.receipt(tx, desk.channel, {
      providerMessageId: 'wamid.x',
      status: 'delivered',
      at: tx.now,
      attemptId: call.attemptId,
    }),
  )
  assert.deepEqual(
    [(await desk.message(id)).status, (await desk.message(id)).providerMessageId],
    ['delivered', 'wamid.x'],
  )

  const accepted = { outcome: 'accepted', providerMessageId: 'wamid.x' } as const
  await desk.asSystem((tx) => recordOutcome(tx, desk.context.pace, call, accepted))
  assert.equal((await desk.message(id)).status, 'delivered')
})

test('a receipt nobody knows is parked, and joined when an attempt learns its id', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  const { call } = await begin(desk)

  await desk.asSystem((tx) =>
    hands.receipt(tx, desk.channel, { providerMessageId: 'wamid.x', status: 'read', at: tx.now }),
  )
  assert.equal((await desk.message(id)).status, 'queued')

  const accepted = { outcome: 'accepted', providerMessageId: 'wamid.x' } as const
  await desk.asSystem((tx) => recordOutcome(tx, desk.context.pace, call, accepted))
  assert.equal((await desk.message(id)).status, 'read')
})

test('parked and learnt at the same moment, a receipt is joined all the same', async (t) => {
  const desk = await inbox(t)
  for (let round = 0; round < 20; round++) {
    const id = await desk.answer(`text ${round}`)
    const { call } = await begin(desk)
    const providerMessageId = `wamid.${round}`

    await Promise.all([
      desk.asSystem((tx) => hands.receipt(tx, desk.channel, { providerMessageId, status: 'delivered', at: tx.now })),
      desk.asSystem((tx) => recordOutcome(tx, desk.context.pace, call, { outcome: 'accepted', providerMessageId })),
    ])

    assert.equal((await desk.message(id)).status, 'delivered')
  }
})

test('a receipt joins nothing of another channel or another workspace, whatever it names', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  await desk.deliver()
  const [sent] = desk.meta.outbox
  const second = await connectNumber(desk, desk.salon, desk.meta, '15550002')
  const foreign = await connectNumber(desk, desk.clinic, desk.meta, '15550003')
  const receipt = {
    providerMessageId: sent!.id,
    status: 'read',
    at: desk.clock.now(),
    attemptId: sent!.bizOpaqueCallbackData!,
  } as const

  await desk.asSystem((tx) => hands.receipt(tx, second, receipt))
  await desk.context.withTenant({ tenantId: desk.clinic.tenantId, actor: { kind: 'system' } }, (tx) =>
    hands.receipt(tx, foreign, receipt),
  )
  await desk.receive(sent, 'delivered', { providerMessageId: 'wamid.other' })
  await desk.receive(sent, 'delivered', { providerMessageId: 'wamid.other', attemptId: "not an id'; --" })

  assert.equal((await desk.message(id)).status, 'accepted')
})

test('a status change is told once, a repetition not at all', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  await desk.deliver()

  for (const status of ['delivered', 'delivered', 'sent', 'read'] as const)
    await desk.receive(desk.meta.outbox[0], status)

  const { rows } = await desk.asSystem((tx) =>
    sql<{ from: string; to: string }>`
      select details ->> 'from' as "from", details ->> 'to' as "to" from facts.fact
      where name = 'conversations.message_status_changed' and subject_id = ${id} order by id`.execute(tx.db),
  )
  assert.deepEqual(
    rows.map(({ from, to }) => `${from} → ${to}`),
    ['queued → accepted', 'accepted → delivered', 'delivered → read'],
  )
})

/** The first beat of a delivery whose call is never made. */
async function begin(desk: Inbox) {
  const claimed = await desk.asSystem((tx) => claim(tx, desk.context, desk.ana.conversationId))
  assert.equal(claimed.kind, 'send')
  if (claimed.kind !== 'send') throw new Error('nothing was claimed')
  return claimed
}

async function rolledBack<T>(desk: Inbox, act: (tx: Tx) => Promise<T>): Promise<T> {
  const undo = new Error('roll back')
  let result: T | undefined
  await desk
    .asSystem(async (tx) => {
      result = await act(tx)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return result as T
}
