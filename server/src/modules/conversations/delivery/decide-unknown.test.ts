import assert from 'node:assert/strict'
import { test } from 'node:test'
import { send } from '#channels'
import { type Customer, type Inbox, inbox } from '../../../../world/inbox.ts'
import { claim } from './claim.ts'
import { sweep } from './sweep.ts'

const minute = 60_000

test('WhatsApp takes a message and drops the line: the late receipt tells, and nothing is sent twice', async (t) => {
  const desk = await inbox(t)
  desk.meta.misbehave({ kind: 'dropAfterAccepting', times: 1 })
  const first = await desk.answer('one')
  await desk.answer('two')

  assert.equal((await desk.deliver()).kind, 'snooze')
  const unknown = await desk.message(first)
  assert.deepEqual([unknown.status, unknown.error?.class], ['unknown', 'ambiguous'])
  assert.deepEqual(desk.texts(), ['one'], 'the second waits until the first is known')

  await desk.receive(desk.meta.outbox[0], 'sent')
  const known = await desk.message(first)
  assert.deepEqual([known.status, known.error, known.providerMessageId], ['sent', null, desk.meta.outbox[0]?.id])

  desk.clock.advance(2 * minute)
  await desk.deliver()
  assert.deepEqual(desk.texts(), ['one', 'two'])
})

test('an answer that takes too long leaves the outcome unknown as well', async (t) => {
  const desk = await inbox(t, { sendTimeout: 100 })
  desk.meta.misbehave({ kind: 'stall', ms: 1_000, times: 1 })
  const id = await desk.answer('one')

  await desk.deliver()

  assert.deepEqual(
    [(await desk.message(id)).status, (await desk.message(id)).error?.code],
    ['unknown', 'provider_timeout'],
  )
})

test('a message that was lost is sent once more, when later ones of the number have receipts', async (t) => {
  const desk = await inbox(t)
  desk.meta.misbehave({ kind: 'loseBeforeAccepting', times: 1 })
  const lost = await desk.answer('one')
  await desk.deliver()
  await laterReceipt(desk, '+34600000002')

  assert.equal((await desk.deliver()).kind, 'snooze', 'silence is given its time')
  desk.clock.advance(minute)
  await desk.deliver()

  assert.deepEqual(desk.texts(), ['later', 'one'])
  assert.equal((await desk.message(lost)).status, 'accepted')
})

test('it is sent once more and not a third time', async (t) => {
  const desk = await inbox(t)
  desk.meta.misbehave({ kind: 'loseBeforeAccepting', times: 1 })
  const id = await desk.answer('one')
  await desk.deliver()
  await laterReceipt(desk, '+34600000002')
  desk.clock.advance(minute)
  desk.meta.misbehave({ kind: 'loseBeforeAccepting', times: 1 })
  await desk.deliver()
  await laterReceipt(desk, '+34600000003')
  desk.clock.advance(minute)

  await desk.deliver()

  assert.deepEqual(
    [(await desk.message(id)).status, (await desk.message(id)).error?.code],
    ['failed', 'outcome_unknown'],
  )
})

test('without a sign that later ones arrived nobody guesses: it fails, and the next goes on', async (t) => {
  const desk = await inbox(t)
  desk.meta.misbehave({ kind: 'loseBeforeAccepting', times: 1 })
  const first = await desk.answer('one')
  await desk.answer('two')
  await desk.deliver()
  desk.clock.advance(minute)

  await desk.deliver()

  assert.equal((await desk.message(first)).error?.code, 'outcome_unknown')
  assert.deepEqual(desk.texts(), ['two'])
})

test('a receipt for a message taken for lost stops the second sending', async (t) => {
  const desk = await inbox(t)
  desk.meta.misbehave({ kind: 'dropAfterAccepting', times: 1 })
  const id = await desk.answer('one')
  await desk.deliver()
  await laterReceipt(desk, '+34600000002')
  desk.clock.advance(minute)
  const { tenantId } = desk.salon
  await desk.context.withTenant({ tenantId, actor: { kind: 'system' } }, (tx) =>
    claim(tx, desk.context, desk.ana.conversationId),
  )
  assert.equal((await desk.message(id)).status, 'queued')

  await desk.receive(desk.meta.outbox[0], 'delivered')
  await desk.deliver()

  assert.deepEqual(desk.texts(), ['one', 'later'])
  assert.equal((await desk.message(id)).status, 'delivered')
})

test('killed before the call: after the restart a person decides, and what waited behind goes out', async (t) => {
  const desk = await inbox(t)
  const first = await desk.answer('one')
  await desk.answer('two')
  await begin(desk)

  assert.equal((await desk.deliver()).kind, 'done', 'the call may still be under way elsewhere')
  await laterReceipt(desk, '+34600000002')
  desk.clock.advance(minute)
  await desk.deliver()

  const undecided = await desk.message(first)
  assert.deepEqual([undecided.status, undecided.error?.code], ['failed', 'outcome_unknown'])
  assert.deepEqual(desk.texts(), ['later', 'two'])
})

test('killed after the call: the receipt tells that it was sent, and it is not sent again', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  const { channel, message } = await begin(desk)
  await send(desk.context, channel, message)

  desk.clock.advance(10_000)
  await desk.deliver()
  assert.equal((await desk.message(id)).status, 'unknown')
  await desk.receive(desk.meta.outbox[0], 'delivered')
  desk.clock.advance(minute)
  await desk.deliver()

  assert.deepEqual(desk.texts(), ['one'])
  assert.equal((await desk.message(id)).status, 'delivered')
})

test('killed after the call, given up, and then a receipt: what is known outweighs what was feared', async (t) => {
  const desk = await inbox(t)
  const id = await desk.answer('one')
  const { channel, message } = await begin(desk)
  await send(desk.context, channel, message)
  desk.clock.advance(2 * minute)
  await desk.deliver()
  assert.equal((await desk.message(id)).status, 'failed')

  await desk.receive(desk.meta.outbox[0], 'sent')

  assert.equal((await desk.message(id)).status, 'sent')
})

test('the sweep finds what a killed worker holds, once it has been due for a while', async (t) => {
  const desk = await inbox(t, { sweep: 2_000 })
  const { ownerPool } = desk.context.database
  const freeJobs = async () => {
    const { rows } = await ownerPool.query(
      `select key from graphile_worker.jobs where task_identifier = 'conversations.deliver' and locked_at is null`,
    )
    return rows.map(({ key }) => key)
  }
  await desk.answer('one')
  await desk.answer('two')
  await ownerPool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a killed worker'`)

  assert.equal(await sweep(desk.context), 0, 'what has just become due is on its way')
  desk.clock.advance(2_000)
  assert.equal(await sweep(desk.context), 1, 'a conversation, not a message')
  assert.deepEqual(await freeJobs(), [`${desk.salon.tenantId}:conversations.deliver:${desk.ana.conversationId}`])

  await desk.deliver()
  assert.equal(await sweep(desk.context), 0)
})

/** Another customer of the same number is answered a little later, and that has a receipt. */
async function laterReceipt(desk: Inbox, phone: string): Promise<void> {
  desk.clock.advance(1)
  const other: Customer = await desk.hear(phone)
  await desk.answer('later', other)
  await desk.deliver(other)
  await desk.receive(desk.meta.outbox.at(-1), 'sent')
}

/** The first beat of a delivery whose process is then killed. */
async function begin(desk: Inbox) {
  const claimed = await desk.asSystem((tx) => claim(tx, desk.context, desk.ana.conversationId))
  if (claimed.kind !== 'send') throw new Error(`claimed ${claimed.kind} instead of something to send`)
  return claimed
}
