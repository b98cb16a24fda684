import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeIn } from '#channels'
import { hands } from '#conversations'
import { definerRole } from '#lib/database/roles'
import { countedTo } from '../src/modules/conversations/counts.ts'
import { deliver } from '../src/modules/conversations/delivery/deliver.ts'
import { sweep } from '../src/modules/conversations/delivery/sweep.ts'
import { wakeDue } from '../src/modules/conversations/wake.ts'
import type { Explained } from './explain-plans.ts'
import { type ExplainStage, explainStage } from './explain-stage.ts'

// A page of thirty and what belongs to it. Whoever looks at more rows than this reads along the wrong index.
const mostRows = 600
// Search looks through so many of the newest messages before it asks the index of words.
const newestFirst = 'conversations.search_messages'
const mostLookedThrough = 3_000

const far = Buffer.from(JSON.stringify(['2099-01-01T00:00:00.000Z', '018d0000-0000-7002-8000-000000000001']))
const cursor = far.toString('base64url')

test('in a workspace of twenty thousand conversations', async (t) => {
  const stage = await explainStage(t)
  const base = '/api/v1/w/salon-rosa'
  const token = stage.salon.tokens.staff
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await stage.ask(method, base + path, { token, ...(body ? { body } : {}) })
    assert.ok(answer.status < 500, `${method} ${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  const lists: readonly [path: string, table: string, index: string][] = [
    ['/conversations', 'conversations.conversation', 'conversation_newest'],
    [`/conversations?cursor=${cursor}`, 'conversations.conversation', 'conversation_newest'],
    ['/conversations?status=pending', 'conversations.conversation', 'conversation_by_status'],
    [`/conversations?status=snoozed&cursor=${cursor}`, 'conversations.conversation', 'conversation_by_status'],
    ['/conversations?unread=true', 'conversations.conversation', 'conversation_unread'],
    ['/conversations?waiting=true', 'conversations.conversation', 'conversation_waiting'],
    ['/conversations?status=open&assignee=me', 'conversations.conversation', 'conversation_of_assignee'],
    [`/conversations?channelId=${stage.secondChannel}`, 'conversations.conversation', 'conversation_by_channel'],
    ['/conversations?q=Ana', 'conversations.conversation', 'conversation_tenant_id_contact_id_key'],
    ['/contacts', 'contacts.contact', 'contact_newest'],
    [`/contacts?cursor=${cursor}`, 'contacts.contact', 'contact_newest'],
    ['/contacts?q=Ana', 'contacts.contact', 'contact_pkey'],
    ['/contacts?label=VIP', 'contacts.label', 'label_newest'],
    [`/contacts/${row(1, 9)}/timeline`, 'facts.fact', 'fact_of_contact'],
    ['/contacts?label=Regular', 'contacts.label', 'label_newest'],
    [`/conversations?contactId=${row(1, 9)}`, 'conversations.conversation', 'conversation_tenant_id_contact_id_key'],
    ['/messages', 'conversations.message', 'message_log'],
    [`/messages?cursor=${cursor}`, 'conversations.message', 'message_log'],
    ['/messages?status=failed', 'conversations.message', 'message_by_status'],
    [`/messages?channelId=${stage.secondChannel}`, 'conversations.message', 'message_by_channel'],
    ['/messages?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z', 'conversations.message', 'message_log'],
    [`/conversations/${row(2, 7)}/messages`, 'conversations.message', 'message_of_conversation'],
    [`/messages/${row(3, 300)}/timeline`, 'conversations.receipt', 'receipt_of_attempt'],
  ]
  for (const [path, table, index] of lists) {
    await t.test(`GET ${path.slice(0, 60)} reads along ${index}`, async () => {
      const plans = await stage.plansOf(() => ask('GET', path))
      assertThrifty(stage, plans)
      const used = plans.flatMap(({ scans }) => scans.filter((scan) => scan.table === table).map((scan) => scan.index))
      assert.ok(used.includes(index), `used ${used.join(', ')} on ${table}`)
    })
  }

  const audits: readonly [query: string, index: string][] = [
    ['', 'fact_audited'],
    [`?cursor=${cursor}`, 'fact_audited'],
    ['?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z', 'fact_audited'],
    [`?who=${row(1, 7)}`, 'fact_audited_by_actor'],
    ['?who=system', 'fact_audited_by_actor'],
    ['?area=channels', 'fact_audited_by_area'],
    [`?area=accounts&cursor=${cursor}`, 'fact_audited_by_area'],
    [`?subjectId=${row(1, 9)}`, 'fact_audited_by_subject'],
  ]
  for (const [query, index] of audits) {
    await t.test(`GET /audit${query} reads along ${index}`, async () => {
      const plans = await stage.plansOf(() =>
        stage.ask('GET', `${base}/audit${query}`, { token: stage.salon.tokens.manager }),
      )
      assertThrifty(stage, plans)
      const used = plans.flatMap(({ scans }) =>
        scans.filter(({ table }) => table === 'facts.fact').map((scan) => scan.index),
      )
      assert.deepEqual(used, [index])
    })
  }

  const others = [
    ...['', '/members', '/channels', `/conversations/${row(2, 9)}`, `/contacts/${row(1, 9)}`],
    ...['/conversations?status=open&assignee=me&unread=true', '/conversations?status=open&assignee=none'],
    ...[
      '/conversations?assignee=none',
      '/conversations?assignee=me',
      '/conversations?label=nobody',
      '/views',
      '/views/counts',
      '/labels',
    ],
    ...['/search?q=zzzz', '/search?q=c4ca4238a0b923820dcc509a6f75849b', '/search?q=Ana'],
    ...[`/conversations?q=zzzz`, '/contacts?q=zzzz', `/messages?status=failed&channelId=${stage.secondChannel}`],
  ]
  for (const path of others) {
    await t.test(`GET ${path.slice(0, 60) || '(itself)'} looks at little`, async () =>
      assertThrifty(stage, await stage.plansOf(() => ask('GET', path))),
    )
  }

  await t.test('counting goes along an index for each number, and no further than is told', async () => {
    const plans = await stage.plansOf(() => ask('GET', '/conversations/counts'))
    const passes = plans.flatMap(({ scans }) => scans.filter(({ table }) => stage.large.has(table)))
    assert.ok(passes.length >= 7)
    for (const { index, rows } of passes) assert.ok(index && rows <= countedTo, `${rows} rows along ${index}`)
  })

  const hear = async (value: object) => {
    assert.equal(await stage.post(value), 200)
    while ((await takeIn(stage.context, hands)) > 0);
  }
  let wamid = 0
  const text = (from: string) => ({
    messages: [{ from, id: `wamid.new${++wamid}`, timestamp: String(now()), type: 'text', text: { body: 'Hello' } }],
  })
  const known = `34${610_000_000 + 7}`
  const conversation = row(2, 7)
  const hundred = Array.from({ length: 100 }, (_, at) => row(2, at + 20))
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    'a message of somebody known': () => hear(text(known)),
    'a message of a stranger': () => hear(text('34655000111')),
    'an answer': () => ask('POST', `/conversations/${conversation}/messages`, { text: 'Hello' }),
    'its delivery': () => deliver(stage.context, stage.salon.tenantId, { conversationId: conversation }),
    'a reaction to it': () => {
      const reaction = { message_id: stage.meta.outbox.at(-1)?.id, emoji: '👍' }
      return hear({
        messages: [{ from: known, id: 'wamid.react', timestamp: String(now()), type: 'reaction', reaction }],
      })
    },
    'a message taken back': () => {
      const revoke = { original_message_id: 'wamid.new1' }
      return hear({ messages: [{ from: known, id: 'wamid.revoke', timestamp: String(now()), type: 'revoke', revoke }] })
    },
    'an echo of the phone': () => {
      const echo = { to: known, id: 'wamid.echo', timestamp: String(now()), type: 'text', text: { body: 'Coming' } }
      return hear({ message_echoes: [echo] })
    },
    'a note': () => ask('POST', `/conversations/${conversation}/notes`, { text: 'Between us' }),
    'a receipt for it': () =>
      hear({ statuses: [{ ...status, id: stage.meta.outbox.at(-1)?.id, status: 'delivered' }] }),
    'a receipt for an old message': () => hear({ statuses: [{ ...status, id: 'wamid.old300', status: 'played' }] }),
    'a receipt that names its attempt': () =>
      hear({ statuses: [{ ...status, id: 'wamid.else', status: 'read', biz_opaque_callback_data: row(4, 303) }] }),
    'a receipt for nothing known': () => hear({ statuses: [{ ...status, id: 'wamid.nothing', status: 'read' }] }),
    'reading a conversation': () => ask('POST', `/conversations/${conversation}/read`),
    'showing that one types': () => ask('POST', `/conversations/${conversation}/typing`),
    'filing a conversation': () => ask('PATCH', `/conversations/${conversation}`, { status: 'resolved' }),
    'sending once more': () => ask('POST', `/messages/${row(3, 6)}/send-again`),
    'adding a person': () => ask('POST', '/contacts', { name: 'Eva', phone: '+34655000222', email: 'eva@else.test' }),
    'changing a person': () => ask('PATCH', `/contacts/${row(1, 7)}`, { name: 'Ida', phone: '+34655000333' }),
    'filing a person': () => ask('PATCH', `/contacts/${row(1, 7)}`, { labels: ['VIP'], notes: 'Often late' }),
    'looking at a merge': () => ask('GET', `/contacts/${row(1, 11)}/merge?into=${row(1, 13)}`),
    'merging two people': () => ask('POST', `/contacts/${row(1, 11)}/merge`, { into: row(1, 13) }),
    'a person who is two': () => ask('GET', `/contacts/${row(1, 13)}/timeline`),
    'their conversations': () => ask('GET', `/conversations?contactId=${row(1, 11)}`),
    'separating them': () => ask('POST', `/contacts/${row(1, 11)}/unmerge`),
    'what a killed process left': () => sweep(stage.context),
    'filing a hundred at once': () =>
      ask('POST', '/conversations/bulk', { ids: hundred, act: { kind: 'label', add: ['Bulk'] } }),
    'what was snoozed until now': () => wakeDue(stage.context),
    'who signs in': () =>
      stage.ask('POST', '/api/v1/auth/sign-in', { body: { email: 'owner@rosa.test', password: 'correct horse' } }),
  }
  for (const [way, act] of Object.entries(ways)) {
    await t.test(`${way} looks at little`, async () => assertThrifty(stage, await stage.plansOf(act)))
  }

  await t.test('every function that sees more than one tenant looks at little', async () => {
    const { rows } = await stage.context.database.ownerPool.query<{ name: string }>(
      `select p.oid::regproc::text as name from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = $1 order by 1`,
      [definerRole],
    )
    assert.deepEqual(
      rows.map(({ name }) => name),
      Object.keys(definers(stage)).sort(),
    )
    for (const [name, variables] of Object.entries(definers(stage))) {
      assertThrifty(stage, await stage.plansIn(name, variables), name === newestFirst ? mostLookedThrough : mostRows)
    }
  })
})

const status = { timestamp: '1772440000', recipient_id: '34610000007' }

function now(): number {
  return Math.floor(Date.now() / 1_000)
}

/** The functions' arguments and variables, each with a value that finds something. */
function definers({ salon, mainChannel }: ExplainStage): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const { tenantId, owner } = salon
  const person = owner.actor.kind === 'member' ? owner.actor.userId : ''
  return {
    'channels.due_for_examination': { 'at timestamptz': 'now()', 'most int': '100' },
    'channels.locate': { 'channel_key text': `'a key'` },
    'channels.locate_numbers': {
      'phone_number_ids text[]': `'{1}'`,
      'waba_ids text[]': `'{2}'`,
      'most int': '100',
    },
    'channels.store': {
      'tenant_ids uuid[]': `'{${tenantId}}'`,
      'channel_ids uuid[]': `'{${mainChannel}}'`,
      'digests bytea[]': `'{x}'`,
      'ids uuid[]': `'{${row(5, 99_999)}}'`,
      'bodies bytea[]': `'{x}'`,
      'header_sets jsonb[]': `'{null}'`,
      'times timestamptz[]': `'{now}'`,
    },
    'channels.tenants_waiting': { 'at timestamptz': 'now()', 'most int': '100' },
    'contacts.imports_due': { 'at timestamptz': 'now()', 'still_since timestamptz': 'now()', 'most int': '100' },
    'contacts.matching': {
      'tenant uuid': `'${tenantId}'`,
      'words text': `'ana lóp'`,
      'literal text': `'ana lóp'`,
      'handle text': `'ana lóp'`,
      'digits text': `''`,
    },
    'contacts.search': {
      'tenant uuid': `'${tenantId}'`,
      'words text': `'ana lóp'`,
      'most int': '31',
      'after_at timestamptz': 'null',
      'after_id uuid': 'null',
      'wanted_label text': 'null',
      'wanted_field uuid': 'null',
      'wanted_key text': 'null',
    },
    'conversations.search_messages': {
      'tenant uuid': `'${tenantId}'`,
      'most int': '31',
      'after_at timestamptz': 'null',
      'after_id uuid': 'null',
      'newest uuid[]': `'{}'`,
      'wanted tsquery': `'''c4ca4238a0b923820dcc509a6f75849b'':*'`,
    },
    'conversations.due': { 'at timestamptz': 'now()', 'most int': '100' },
    'conversations.under_labels': {
      'tenant uuid': `'${tenantId}'`,
      'wanted text[]': `'{Nobody}'`,
      'most int': '31',
      'after_at timestamptz': 'null',
      'after_id uuid': 'null',
      'wanted_status text': `'open'`,
      'wanted_assignee uuid': 'null',
      'only_unassigned boolean': 'false',
      'wanted_channel uuid': 'null',
      'only_unread boolean': 'false',
      'only_waiting boolean': 'false',
    },
    'conversations.resuming': { 'at timestamptz': 'now()', 'most int': '100' },
    'conversations.waking': { 'at timestamptz': 'now()', 'most int': '100' },
    'facts.after': { 'after_xid xid8': `'1'`, 'after_id uuid': `'${row(9, 1)}'`, 'most int': '200' },
    'media.due': { 'at timestamptz': 'now()', 'most int': '100' },
    'tenancy.announce_account': {
      'person uuid': `'${person}'`,
      'fact_name text': `'tenancy.account_password_changed'`,
      'particulars jsonb': `'{}'`,
      'came_from jsonb': 'null',
      'fact_ids uuid[]': `'{${row(9, 99_999)}}'`,
      'happened_at timestamptz': 'now()',
    },
    'tenancy.locate_invitation': { 'hash bytea': `'x'` },
    'tenancy.locate_token': { 'hash bytea': `'x'` },
    'tenancy.membership': { 'person uuid': `'${person}'`, 'workspace_slug text': `'salon-rosa'` },
    'tenancy.workspaces_of': { 'person uuid': `'${person}'` },
  }
}

/** A row of the crowd. */
function row(kind: number, number: number): string {
  return `018d0000-0000-7${String(kind).padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}`
}

function assertThrifty({ large }: ExplainStage, plans: readonly Explained[], most = mostRows): void {
  assert.ok(plans.length > 0)
  for (const { sql, scans } of plans) {
    for (const scan of scans.filter(({ table }) => large.has(table))) {
      const what = `${scan.kind} on ${scan.table} (${scan.index}), ${scan.rows} rows:\n${sql}`
      assert.notEqual(scan.kind, 'Seq Scan', what)
      assert.ok(scan.rows <= most, what)
    }
  }
}
