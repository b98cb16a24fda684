import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Meaning } from '../../inbound/parcel.ts'
import { parse } from './parse.ts'

const receivedAt = new Date('2026-03-02T09:00:00Z')
const timestamp = String(receivedAt.getTime() / 1000 - 30)
const from = '34612345678'

/** What comes of the items of one change: `message text`, `receipt sent`, `kept call`, … */
function meanings(value: object, field = 'messages'): string[] {
  const metadata = { display_phone_number: '34931555000', phone_number_id: '77' }
  const envelope = { entry: [{ id: '1', changes: [{ field, value: { metadata, ...value } }] }] }
  return parse(Buffer.from(JSON.stringify(envelope)), receivedAt).map(({ kind, meaning }) => inWords(kind, meaning))
}

function inWords(kind: string, meaning: Meaning): string {
  switch (meaning.is) {
    case 'message':
    case 'echo':
      return `${meaning.is} ${meaning.message.kind}${meaning.message.opensWindow ? ', opens' : ''}`
    case 'change':
      return `${meaning.change.to === 'revoked' ? 'revoke' : 'edit'} by ${meaning.by}`
    case 'receipt':
      return `receipt ${meaning.receipt.status}${meaning.receipt.error ? ` ${meaning.receipt.error.class}` : ''}`
    case 'kept':
      return `kept ${kind}`
    default:
      return meaning.is
  }
}

const message = (type: string, content?: unknown, more: object = {}) => ({
  messages: [{ from, id: 'wamid.1', timestamp, type, ...(content === undefined ? {} : { [type]: content }), ...more }],
})
const system = (news: object, more: object = {}) => message('system', news, more)
const status = (more: object) => ({ statuses: [{ id: 'wamid.1', status: 'sent', timestamp, ...more }] })

test('every type of message is something said, kept or done, and only what is said opens the window', () => {
  const cases: [object, ...string[]][] = [
    [
      message('text', { body: 'Hi' }, { referral: { source_type: 'ad', media_type: 'video', video_url: 'https://x' } }),
      'message text, opens',
    ],
    [message('image', { id: '1' }, { errors: [{ code: 131052 }] }), 'message image, opens'],
    [
      message('order', { catalog_id: '1', product_items: [{ product_retailer_id: 'a', quantity: 2 }] }),
      'message order, opens',
    ],
    [message('order', { product_items: 'none' }), 'message order, opens'],
    [message('interactive', { type: 'nfm_reply', nfm_reply: { response_json: '[1' } }), 'message interactive, opens'],
    [message('interactive', { type: 'button_reply' }), 'message interactive, opens'],
    [
      message('interactive', { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } }),
      'message interactive',
    ],
    [message('button', { payload: 'p', text: 'Yes' }), 'message button, opens'],
    [message('unsupported', undefined, { errors: [{ code: 131051 }] }), 'message unsupported, opens'],
    [message('unsupported', { type: 'poll_creation' }, { errors: [{ code: 131051 }] }), 'message unsupported, opens'],
    [
      message('unknown', undefined, { errors: [{ code: 131051, title: 'Unsupported message type' }] }),
      'message unsupported, opens',
    ],
    [
      message('contacts', [{ vcard: 'BEGIN:VCARD', phones: [{ phone: '+34612' }] }], { origin: 'contact_request' }),
      'message contacts, opens',
    ],
    [message('reaction', { message_id: 'wamid.0' }), 'message reaction'],
    [message('reaction', {}), 'message reaction'],
    [message('ephemeral'), 'message ephemeral'],
    [message('request_welcome'), 'kept request_welcome'],
    [message('text', { body: 'Hi' }, { group_id: 'g' }), 'kept group_message'],
    [message('hologram', { depth: 3 }), 'message hologram'],
    [
      message('edit', { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'New' } } }),
      'edit by customer',
    ],
    [
      message('edit', { original_message_id: 'wamid.0', message: { type: 'image', image: { caption: 'New' } } }),
      'edit by customer',
    ],
    [message('edit', { message: { type: 'text' } }), 'kept edit'],
    [message('revoke', { original_message_id: 'wamid.0' }), 'revoke by customer'],
    [message('revoke'), 'kept revoke'],
  ]
  for (const [value, ...expected] of cases) assert.deepEqual(meanings(value), expected, JSON.stringify(value))
})

test('what WhatsApp says about a customer moves their number or id, or is kept', () => {
  const cases: [object, string][] = [
    [system({ type: 'user_changed_number', wa_id: '34611111111' }), 'number_changed'],
    [
      system({ type: 'customer_changed_number', new_wa_id: '34611111111', customer: from }, { from: undefined }),
      'number_changed',
    ],
    [
      system({ type: 'user_changed_number', previous_user_id: 'ES.a', user_id: 'ES.b' }, { from: undefined }),
      'user_id_changed',
    ],
    [system({ type: 'user_changed_user_id', previous_user_id: 'ES.a', user_id: 'ES.b' }), 'user_id_changed'],
    [system({ type: 'user_changed_number' }), 'kept system'],
    [system({ type: 'customer_identity_changed', identity: 'x' }), 'kept system'],
    [message('system'), 'kept system'],
    [{ user_id_update: [{ wa_id: from, user_id: { previous: 'ES.a', current: 'ES.b' } }] }, 'user_id_changed'],
    [{ user_id_update: [{ user_id: 'ES.b' }] }, 'kept user_id_update'],
  ]
  for (const [value, expected] of cases) assert.deepEqual(meanings(value), [expected], JSON.stringify(value))
})

test('only what became of a message of ours is a receipt', () => {
  const cases: [object, string][] = [
    [status({}), 'receipt sent'],
    [status({ status: 'read', recipient_id: undefined, recipient_user_id: 'ES.a' }), 'receipt read'],
    [status({ status: 'played' }), 'receipt played'],
    [status({ status: 'failed' }), 'receipt failed'],
    [status({ status: 'failed', errors: [{ code: 131026 }] }), 'receipt failed recipient'],
    [status({ status: 'failed', errors: ['odd'] }), 'receipt failed unknown_code'],
    [status({ status: 'deleted' }), 'kept status'],
    [status({ status: 'warning', errors: [{ code: 1 }] }), 'kept status'],
    [status({ status: 'failed', type: 'payment', payment: { reference_id: 'r' } }), 'kept payment_status'],
    [status({ status: 'RINGING', type: 'call' }), 'kept call_status'],
    [status({ status: 'delivered', recipient_type: 'group', recipient_id: 'g' }), 'kept group_status'],
  ]
  for (const [value, expected] of cases) assert.deepEqual(meanings(value), [expected], JSON.stringify(value))
})

test('several kinds in one change are each what they are, and history is not said now', () => {
  const many = {
    ...message('text', { body: 'Hi' }),
    statuses: [{ id: 'wamid.2', status: 'sent', timestamp }, { id: 'wamid.2', status: 'delivered', timestamp }, null],
    errors: [{ code: 131000 }],
    calls: [{ id: 'wacid.1', event: 'connect' }],
    user_preferences: [{ wa_id: from, category: 'marketing_messages', value: 'stop' }],
    of_tomorrow: [{ id: 1 }],
  }
  assert.deepEqual(meanings(many), [
    ...['message text, opens', 'receipt sent', 'receipt delivered', 'malformed'],
    ...['trouble', 'kept call', 'preference'],
  ])
  const thread = { id: from, messages: [{ from, id: 'wamid.old', timestamp: '1700000000', type: 'text' }] }
  const past = { history: [{ metadata: { phase: 0, progress: 55 }, threads: [thread] }] }
  assert.deepEqual(meanings(past, 'history'), ['kept history'])
  assert.deepEqual(meanings(message('image', { id: '1' }), 'history'), ['kept history'])
  assert.deepEqual(meanings({ history: [{ errors: [{ code: 2593109 }] }] }, 'history'), ['kept history'])
  const synced = { state_sync: [{ type: 'contact', contact: { full_name: 'Ana' }, action: 'add' }, { type: 'x' }] }
  assert.deepEqual(meanings(synced, 'smb_app_state_sync'), ['kept state_sync', 'kept state_sync'])
})

test('what was written on the phone is ours, whatever it is', () => {
  const echo = (type: string, content: unknown, more: object = {}) => ({
    message_echoes: [{ from: '34931555000', to: from, id: 'wamid.e', timestamp, type, [type]: content, ...more }],
  })
  const cases: [object, string][] = [
    [echo('text', { body: 'Hi' }), 'echo text'],
    [echo('reaction', { message_id: 'wamid.1', emoji: '👍' }), 'echo reaction'],
    [echo('interactive', { type: 'button' }), 'echo interactive'],
    [echo('hologram', {}), 'echo hologram'],
    [echo('text', { body: 'Hi' }, { to: undefined, to_user_id: 'ES.a' }), 'echo text'],
    [echo('revoke', { original_message_id: 'wamid.1' }), 'revoke by business'],
    [
      echo('edit', { original_message_id: 'wamid.1', message: { type: 'text', text: { body: 'New' } } }),
      'edit by business',
    ],
    [echo('text', { body: 'Hi' }, { group_id: 'g' }), 'kept group_message'],
    [echo('request_welcome', {}), 'kept echo'],
  ]
  for (const [value, expected] of cases) assert.deepEqual(meanings(value, 'smb_message_echoes'), [expected])
})

test('a field nobody knows is kept whole, and twice the same is the same', () => {
  const identities = (time: number) =>
    parse(
      Buffer.from(
        JSON.stringify({
          entry: [{ id: '1', time, changes: [{ field: 'flows', value: { event: 'FLOW_STATUS_CHANGE' } }] }],
        }),
      ),
      receivedAt,
    ).map(({ kind, meaning, identity }) => [kind, meaning.is, identity])
  assert.deepEqual(identities(1)[0]?.slice(0, 2), ['flows', 'kept'])
  assert.deepEqual(identities(1), identities(1))
  assert.notDeepEqual(identities(1), identities(2))
})

test('ids written as numbers are read, and a contact named by user id in the wrong place is found', () => {
  const writer = (item: object, contacts: unknown[] = []) => {
    const value = { contacts, messages: [{ id: 'wamid.1', timestamp, type: 'text', text: { body: 'Hi' }, ...item }] }
    const envelope = { entry: [{ changes: [{ field: 'messages', value }] }] }
    const [parcel] = parse(Buffer.from(JSON.stringify(envelope)), receivedAt)
    return parcel?.meaning.is === 'message' ? parcel.meaning.message.from : undefined
  }
  assert.deepEqual(writer({ from: Number(from) }), { phone: `+${from}` })
  assert.deepEqual(writer({ from: 'ES.a' }, [{ wa_id: 'ES.a', profile: { username: '@ana' } }]), {
    whatsappUserId: 'ES.a',
  })
  assert.deepEqual(writer({ from_user_id: 'ES.a', from_parent_user_id: 'ES.ENT.p' }), { whatsappUserId: 'ES.a' })
  assert.deepEqual(writer({ from_user_id: `ES.${'a'.repeat(129)}` }), {})
  assert.deepEqual(writer({ from_user_id: 'ES.ENT.p' }), {})
})
