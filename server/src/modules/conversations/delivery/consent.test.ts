import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { merge, unmerge } from '#contacts'
import { catchUp, type Reaction } from '#lib/facts/react'
import { type Customer, type Inbox, inbox } from '../../../../world/inbox.ts'
import { until } from '../../../../world/until.ts'
import { changeConsent } from '../../contacts/consent/change.ts'
import { getConsents } from '../../contacts/consent/queries.ts'
import { changeRules } from '../../contacts/consent/rules.ts'
import { listThread } from '../message-queries.ts'
import { reactions } from '../reactions.ts'
import { reply } from '../reply.ts'

type Purpose = 'conversation' | 'service' | 'marketing'

/** An inbox in which staff may also send for a purpose, and enter what people allow. */
async function desk(t: Parameters<typeof inbox>[0]) {
  const cast = await inbox(t)
  const { context, salon, ana } = cast
  const send = (
    text: string,
    purpose: Purpose,
    { urgent = false, to = ana }: { urgent?: boolean; to?: Customer } = {},
  ) => salon.as(salon.staff, (tx) => reply(tx, context, { conversationId: to.conversationId, text, purpose, urgent }))
  const enter = (state: 'granted' | 'withdrawn', purpose: 'service' | 'marketing', { contactId }: Customer = ana) =>
    salon.as(salon.staff, (tx) =>
      changeConsent(tx, contactId, { channelKind: 'whatsapp', purpose, state, reason: 'Said so at the desk' }),
    )
  return { ...cast, send, enter, standing: standingIn(cast) }
}

const standingIn =
  ({ salon, ana }: Inbox) =>
  async (purpose: 'service' | 'marketing', { contactId }: Customer = ana) => {
    const { standings } = await salon.as(salon.staff, (tx) => getConsents(tx, contactId))
    const found = standings.find((one) => one.channelKind === 'whatsapp' && one.purpose === purpose)
    return [found?.state, found?.proof?.source, found?.proof?.words]
  }

const [shows] = reactions.filter(({ name }) => name === 'conversations.show-provider-word') as [Reaction]
const confirmed = /^You have opted out/

test('after STOP nothing leaves that was queued before; answers of people do, and STOP is confirmed once', async (t) => {
  const { answer, ana, deliver, enter, hear, message, salon, send, standing, texts } = await desk(t)
  await enter('granted', 'marketing')
  const offer = await send('Half price!', 'marketing')
  const reminder = await send('See you tomorrow', 'service', { urgent: true })

  await hear('+447400123456')
  await hear(ana.phone, { text: ' Stop! ' })
  await hear(ana.phone, { text: 'STOP' })
  await deliver()
  await answer('Of course, sorry')
  await deliver()

  const [first, ...rest] = texts()
  assert.match(first ?? '', /^Te has dado de baja/)
  assert.deepEqual(rest, ['Of course, sorry'])
  for (const id of [offer, reminder]) {
    const { status, error } = await message(id)
    assert.deepEqual([status, error?.code, error?.class], ['failed', 'opted_out', 'consent'])
  }
  assert.deepEqual(await standing('service'), ['withdrawn', 'customer', 'Stop!'])
  const thread = await salon.as(salon.staff, (tx) => listThread(tx, ana.conversationId, { limit: 30 }))
  const notes = thread.items.filter(({ kind }) => kind === 'note')
  assert.deepEqual(
    notes.map(({ text, senderType }) => [text, senderType]),
    [['The customer wrote “Stop!” and has opted out of all messages the business sends by itself.', 'system']],
  )

  await hear(ana.phone, { text: 'Alta' })
  assert.deepEqual(await standing('marketing'), ['granted', 'customer', 'Alta'])
  await send('Welcome back', 'marketing')
  await deliver()
  assert.equal(texts().at(-1), 'Welcome back')
})

test('a retry asks again: what failed before STOP is not tried after it', async (t) => {
  const { ana, clock, deliver, enter, hear, message, meta, salon, send, texts } = await desk(t)
  await salon.as(salon.owner, (tx) => changeRules(tx, { confirmOptOut: false }))
  await enter('granted', 'marketing')
  meta.misbehave({ kind: 'error', code: 131000, times: 1 })
  const offer = await send('Half price!', 'marketing')
  await deliver()
  assert.equal((await message(offer)).status, 'queued')

  // Meta passes on what a button of a template means as its payload.
  await hear(ana.phone, { kind: 'button', text: 'No, thanks', details: { payload: 'STOP', text: 'No, thanks' } })
  clock.advance(60_000)
  await deliver()
  assert.deepEqual([(await message(offer)).error?.code, texts()], ['opted_out', []])
})

test('marketing needs to be asked for, unless the business decides otherwise; sentences with “stop” are no opt-out', async (t) => {
  const { ana, deliver, hear, message, salon, send, standing, texts } = await desk(t)
  const early = await send('Half price!', 'marketing')
  await send('Your booking', 'service')
  await hear(ana.phone, { text: "don't stop, I'll stop by at 5" })
  await deliver()
  assert.deepEqual([(await message(early)).error?.code, texts()], ['no_consent', ['Your booking']])
  assert.deepEqual(await standing('marketing'), ['none', undefined, undefined])

  await salon.as(salon.owner, (tx) => changeRules(tx, { marketingNeedsGrant: false }))
  await send('Half price!', 'marketing')
  await deliver()
  assert.equal(texts().at(-1), 'Half price!')
})

test('merged people are one: the strictest word holds, a later one speaks for all, and separating gives back', async (t) => {
  const { ana, clock, deliver, enter, hear, message, salon, send, standing, texts } = await desk(t)
  const twin = await hear('+447400123456')
  await hear(twin.phone, { text: 'STOP' })
  await deliver(twin)
  clock.advance(1_000)
  await enter('granted', 'marketing')
  const offer = await send('Half price!', 'marketing')
  clock.advance(1_000)
  await salon.as(salon.staff, (tx) => merge(tx, { id: twin.contactId, into: ana.contactId }))

  await deliver()
  assert.equal((await message(offer)).error?.code, 'opted_out')
  assert.match(texts().join(), confirmed)

  clock.advance(1_000)
  await enter('granted', 'marketing')
  await send('Welcome back', 'marketing')
  await deliver()
  assert.equal(texts().at(-1), 'Welcome back')

  await salon.as(salon.staff, (tx) => unmerge(tx, twin.contactId))
  assert.equal((await standing('marketing', twin))[0], 'withdrawn')
  assert.equal((await standing('marketing'))[0], 'granted')
})

test('what the provider says of an opt-out is kept, whether it refuses at once or tells later', async (t) => {
  const { ana, context, deliver, enter, meta, receive, salon, send, standing, hear } = await desk(t)
  const heed = () => catchUp(shows, { ...context, signal: new AbortController().signal })
  await heed()
  await enter('granted', 'marketing')
  meta.misbehave({ kind: 'error', code: 131050, times: 1 })
  await send('Half price!', 'marketing')
  await deliver()
  assert.deepEqual((await standing('marketing')).slice(0, 2), ['withdrawn', 'provider'])
  await until('staff to be told in the thread', async () => {
    await heed()
    const { items } = await salon.as(salon.staff, (tx) => listThread(tx, ana.conversationId, { limit: 1 }))
    return items[0]?.text === 'The provider says: the customer has opted out of marketing messages.'
  })
  assert.equal((await standing('service'))[0], 'none')

  const other = await hear('+447400123456')
  await enter('granted', 'marketing', other)
  await send('Half price!', 'marketing', { to: other })
  await deliver(other)
  const error = { code: 'marketing_stopped', class: 'consent', message: 'The customer has stopped it.' } as const
  await receive(meta.outbox.at(-1), 'failed', { error })
  assert.deepEqual(await standing('marketing', other), ['withdrawn', 'provider', 'The customer has stopped it.'])
})

test('in quiet hours service waits until they end by the customer’s clock, answers and what is urgent go on', async (t) => {
  const { answer, clock, context, deliver, hear, message, salon, send, texts } = await desk(t)
  clock.set(new Date('2026-06-01T20:30:00Z'))
  const london = await hear('+447400123456')
  await salon.as(salon.owner, (tx) => changeRules(tx, { quietHours: { from: '21:00', to: '08:00' } }))
  const reminder = await send('See you tomorrow', 'service', { to: london })
  await send('Your code is 1234', 'service', { to: london, urgent: true })
  await answer('Yes, we are open', london)

  const outcome = await deliver(london)
  assert.deepEqual(texts(), ['Your code is 1234', 'Yes, we are open'])
  const { status, error } = await message(reminder)
  assert.deepEqual([status, error?.code], ['queued', 'quiet_hours'])
  assert.equal(outcome.kind === 'snooze' && outcome.until.toISOString(), '2026-06-02T07:00:00.000Z')

  clock.set(new Date('2026-06-02T06:59:00Z'))
  const early = await answer('Good morning', london)
  const { rows } = await sql`select * from conversations.due(${clock.now()}, 10)`.execute(context.database.app)
  assert.equal(rows.length, 1, 'a lost job for the answer is found, though an older message waits')
  await deliver(london)
  assert.equal((await message(early)).status, 'accepted')
  clock.set(new Date('2026-06-02T07:00:00Z'))
  await deliver(london)
  assert.deepEqual([texts().at(-1), (await message(reminder)).error], ['See you tomorrow', null])
})
