import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompiledQuery, type RootOperationNode, sql } from 'kysely'
import { newId } from '#lib/id'
import type { Principal, Tx } from '#lib/tx'
import { hearOn, type Inbox, inbox } from '../../../world/inbox.ts'
import { claim } from './delivery/claim.ts'
import { hands } from './hands.ts'
import { getTimeline, listMessages, listThread } from './message-queries.ts'
import { getConversation, listConversations } from './queries.ts'
import { search } from './search.ts'

// Under row-level security only plain btree indexes are used, and only when they begin with the tenant: each list is
// planned as the role that runs it, over a workspace large enough for the planner to care.
const seqScan = /Seq Scan on (conversation|message|outbox|attempt|receipt|reach|remark|contact|identity)\b/

test('every list reads along an index, as the runtime role and with many rows', async (t) => {
  const desk = await inbox(t)
  await crowd(desk)
  const id = await desk.answer('one')
  const limit = 30
  const cursor = Buffer.from(JSON.stringify(['2026-03-01T00:00:00Z', newId()])).toString('base64url')
  const me = (desk.salon.staff.actor as { id: string }).id

  const lists: Record<string, (tx: Tx) => Promise<unknown>> = {
    all: (tx) => listConversations(tx, { limit }),
    further: (tx) => listConversations(tx, { limit, cursor }),
    open: (tx) => listConversations(tx, { limit, cursor, status: 'open' }),
    mine: (tx) => listConversations(tx, { limit, cursor, assignee: me }),
    unassigned: (tx) => listConversations(tx, { limit, cursor, assignee: 'none' }),
    unread: (tx) => listConversations(tx, { limit, cursor, unread: true }),
    waitingForAPerson: (tx) => listConversations(tx, { limit, cursor, handoff: 'waiting' }),
    found: (tx) => listConversations(tx, { limit, cursor, q: 'Ana' }),
    one: (tx) => getConversation(tx, desk.ana.conversationId),
    thread: (tx) => listThread(tx, desk.ana.conversationId, { limit }),
    log: (tx) => listMessages(tx, { limit, cursor }),
    failed: (tx) => listMessages(tx, { limit, cursor, status: 'failed' }),
    ofChannel: (tx) => listMessages(tx, { limit, cursor, channelId: desk.channel.id }),
    timeline: (tx) => getTimeline(tx, id),
    words: (tx) => search(tx, desk.context, { q: 'one', limit }),
  }
  for (const [name, list] of Object.entries(lists)) {
    for (const plan of await plansOf(desk, desk.salon.staff, list)) {
      assert.doesNotMatch(plan, seqScan, `${name}:\n${plan}`)
    }
  }
})

test('so does everything on the way of a message, out and back', async (t) => {
  const desk = await inbox(t)
  await crowd(desk)
  await desk.answer('one')
  desk.meta.misbehave({ kind: 'loseBeforeAccepting', times: 1 })
  await desk.deliver()
  const other = await desk.hear('+34600000002')
  await desk.answer('two', other)
  await desk.deliver(other)
  const [sent] = desk.meta.outbox
  desk.clock.advance(60_000)
  const system: Principal = { tenantId: desk.salon.tenantId, actor: { kind: 'system' } }

  const acts: Record<string, (tx: Tx) => Promise<unknown>> = {
    decide: (tx) => claim(tx, desk.context, desk.ana.conversationId),
    receipt: (tx) =>
      hands.receipt(tx, desk.channel, {
        providerMessageId: sent!.id,
        attemptId: sent!.bizOpaqueCallbackData!,
        status: 'read',
        at: tx.now,
      }),
    orphan: (tx) => hands.receipt(tx, desk.channel, { providerMessageId: 'wamid.?', status: 'read', at: tx.now }),
    hear: (tx) => hearOn(tx, desk.channel, desk.ana.phone),
    react: (tx) => hearOn(tx, desk.channel, desk.ana.phone, { reaction: { aboutProviderId: sent!.id, emoji: '👍' } }),
    revoke: (tx) =>
      hands.change(tx, desk.channel, desk.ana.contactId, 'business', {
        providerMessageId: 'wamid.revoke',
        aboutProviderId: sent!.id,
        at: tx.now,
        from: { phone: desk.ana.phone },
        to: 'revoked',
      }),
    due: (tx) => sql`select * from conversations.due(${tx.now}, 10)`.execute(tx.db),
  }
  for (const [name, act] of Object.entries(acts)) {
    for (const plan of await plansOf(desk, system, act)) assert.doesNotMatch(plan, seqScan, `${name}:\n${plan}`)
  }
})

/** What the database would do for each query of an act. */
async function plansOf(desk: Inbox, who: Principal, act: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  return desk.salon.as(who, async (tx) => {
    const nodes: RootOperationNode[] = []
    const listening = tx.db.withPlugin({
      transformQuery({ node }) {
        nodes.push(node)
        return node
      },
      transformResult: async ({ result }) => result,
    })
    await act({ ...tx, db: listening as Tx['db'] })

    const plans: string[] = []
    for (const node of nodes) {
      const { sql: text, parameters } = tx.db.getExecutor().compileQuery(node, { queryId: newId() })
      const { rows } = await tx.db.executeQuery(CompiledQuery.raw(`explain ${text}`, [...parameters]))
      plans.push((rows as Record<string, string>[]).map((row) => Object.values(row)[0]).join('\n'))
    }
    return plans
  })
}

/** Twenty thousand customers with a message each. */
async function crowd(desk: Inbox): Promise<void> {
  await desk.asSystem(async (tx) => {
    await sql`
      with person as (
        insert into contacts.contact (id, name, created_at, updated_at)
        select gen_random_uuid(), 'Customer ' || n, ${tx.now}, ${tx.now} from generate_series(1, 20000) n
        returning id
      ), known as (
        insert into contacts.identity (id, contact_id, kind, value, match_key, created_at)
        select gen_random_uuid(), id, 'phone', id::text, id::text, ${tx.now} from person
      ), conversation as (
        insert into conversations.conversation (id, contact_id, status, last_message_at, created_at, unread_count)
        select gen_random_uuid(), id, (array['open', 'resolved'])[1 + floor(random() * 2)],
          ${tx.now}::timestamptz - random() * interval '90 days', ${tx.now}, floor(random() * 1.02)
        from person
        returning id, last_message_at
      ), reached as (
        insert into conversations.reach (id, conversation_id, channel_id, address_kind, address)
        select gen_random_uuid(), id, ${desk.channel.id}, 'phone', id::text from conversation
      ), message as (
        insert into conversations.message
          (id, conversation_id, channel_id, direction, kind, text, status, sender_type, said_at, created_at)
        select gen_random_uuid(), id, ${desk.channel.id}, 'outbound', 'text', 'Hi',
          (array['read', 'failed'])[1 + floor(random() * 1.01)], 'member', last_message_at, last_message_at
        from conversation
        returning id, conversation_id
      ), reacted as (
        insert into conversations.remark
          (id, channel_id, provider_message_id, about_provider_id, message_id, kind, by, content, at, created_at)
        select gen_random_uuid(), ${desk.channel.id}, 'r' || id, 'wamid.' || id, case when random() < 0.9 then id end,
          'reaction', 'customer', '{}', ${tx.now}, ${tx.now}
        from message
      ), waiting as (
        insert into conversations.outbox (message_id, conversation_id, channel_id, state, due_at)
        select id, conversation_id, ${desk.channel.id}, 'held', ${tx.now}::timestamptz + interval '1 hour' from message
      ), attempt as (
        insert into conversations.attempt (id, message_id, channel_id, number, state, provider_message_id, started_at)
        select gen_random_uuid(), id, ${desk.channel.id}, 1, 'accepted', 'wamid.' || id, ${tx.now} from message
        returning id, provider_message_id
      )
      insert into conversations.receipt (id, channel_id, provider_message_id, attempt_id, status, at, received_at)
      select gen_random_uuid(), ${desk.channel.id}, provider_message_id, id, 'sent', ${tx.now}, ${tx.now} from attempt`.execute(
      tx.db,
    )
  })
  await desk.context.database.ownerPool.query('analyze')
}
