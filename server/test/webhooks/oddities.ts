import { envelope, message } from './number.ts'

/** A signed webhook nobody would expect, and what becomes of it. */
export interface Oddity {
  readonly name: string
  readonly body: string | Buffer
  /** The texts of the messages it makes, in the order sent; null for a message without words. */
  readonly says: readonly (string | null)[]
  /** How many items are set aside for a person to look at. */
  readonly aside: number
}

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
const replacement = '\ufffd'
const saying = (text: string, changes: object = {}) => message({ text: { body: text }, ...changes })
const one = (text: string, changes: object = {}) => envelope({ messages: [saying(text, changes)] })

const none = { says: [], aside: 0 } as const
const setAside = { says: [], aside: 1 } as const

/** Kept as the bytes that came, taken for nothing. */
const unreadable: readonly Oddity[] = [
  { name: 'no body at all', body: '', ...setAside },
  { name: 'truncated', body: one('cut').slice(0, -30), ...setAside },
  { name: 'no JSON', body: 'hub.mode=subscribe&x=1', ...setAside },
  { name: 'HTML', body: '<!doctype html><p>Bad gateway</p>', ...setAside },
  { name: 'a list', body: '[]', ...setAside },
  { name: 'a number', body: '42', ...setAside },
  { name: 'null', body: 'null', ...setAside },
  { name: 'a string', body: '"entry"', ...setAside },
  { name: 'a raw NUL inside a string', body: one('a~b').replace('~', '\u0000'), ...setAside },
  { name: 'only bytes that are no UTF-8', body: Buffer.from([0xff, 0xfe, 0x00, 0x80]), ...setAside },
  { name: 'UTF-16', body: Buffer.from(one('wide'), 'utf16le'), ...setAside },
  { name: 'a hundred thousand brackets', body: deep, ...setAside },
  { name: 'about something else', body: '{"object":"instagram","entry":[]}', ...setAside },
  { name: 'entries that are an object', body: '{"object":"whatsapp_business_account","entry":{}}', ...setAside },
  { name: 'no entries', body: '{"object":"whatsapp_business_account","entry":[]}', ...none },
]

/** Characters PostgreSQL can't keep become the replacement character; the bytes stay. */
const characters: readonly Oddity[] = [
  { name: 'NUL escaped', body: one('a~b').replace('~', '\\u0000'), says: [`a${replacement}b`], aside: 0 },
  { name: 'a lone surrogate escaped', body: one('c~d').replace('~', '\\ud800'), says: [`c${replacement}d`], aside: 0 },
  {
    name: 'surrogates the wrong way round',
    body: one('e~f').replace('~', '\\udc00\\ud83d'),
    says: ['e\ufffd\ufffdf'],
    aside: 0,
  },
  { name: 'a raw surrogate', body: bytes(one('g~h'), [0xed, 0xa0, 0x80]), says: ['g\ufffd\ufffd\ufffdh'], aside: 0 },
  { name: 'invalid UTF-8 inside a text', body: bytes(one('i~j'), [0xff]), says: [`i${replacement}j`], aside: 0 },
  {
    name: 'NUL in ids, names and keys',
    body: envelope({
      contacts: [{ wa_id: '34612345678', profile: { name: 'A\u0000na\ud800' } }],
      messages: [saying('odd id', { id: 'wamid.\u0000\ud800', 'k\u0000': 1, context: { 'x\u0000': '\u0000' } })],
    }),
    says: ['odd id'],
    aside: 0,
  },
  { name: 'a byte order mark', body: `\ufeff${one('marked')}`, says: ['marked'], aside: 0 },
  { name: 'SQL in every string', body: sqlEverywhere(), says: [`'; drop table contacts.contact; --`], aside: 0 },
]

/** What is new tomorrow is kept and shown as what it is, and costs its neighbours nothing. */
const future: readonly Oddity[] = [
  { name: 'a field of tomorrow', body: envelope({ brand_new: [{ id: 1 }] }, 'holograms'), ...none },
  {
    name: 'a list of tomorrow beside a message',
    body: envelope({ holograms: [{}], messages: [saying('beside')] }),
    says: ['beside'],
    aside: 0,
  },
  {
    name: 'a type of tomorrow',
    body: one('?', { type: 'hologram', hologram: { depth: 3 }, text: undefined }),
    says: [null],
    aside: 0,
  },
  { name: 'a status of tomorrow', body: status({ status: 'admired' }), ...none },
  { name: 'a status for an unknown message', body: status({}), ...none },
  { name: 'a failure for an unknown message', body: status({ status: 'failed', errors: [{ code: 131026 }] }), ...none },
  {
    name: 'a status with another workspace’s word for the attempt',
    body: status({ biz_opaque_callback_data: "' or 1=1" }),
    ...none,
  },
]

const people: readonly Oddity[] = [
  { name: 'a message with no sender', body: one('who?', { from: undefined }), ...setAside },
  { name: 'a sender that is a number', body: one('digits', { from: 34612345678 }), says: ['digits'], aside: 0 },
  { name: 'a sender that is an object', body: one('who?', { from: { toString: 1 } }), ...setAside },
  { name: 'a sender that is empty', body: one('who?', { from: '' }), ...setAside },
  { name: 'a sender nobody can call', body: one('who?', { from: '0' }), ...setAside },
  {
    name: 'a sender known by user id alone',
    body: one('by id', { from: undefined, from_user_id: 'ES.abc123' }),
    says: ['by id'],
    aside: 0,
  },
  { name: 'a message without an id', body: one('nameless', { id: undefined }), ...setAside },
  { name: 'an id that is a number', body: one('numbered', { id: 7 }), ...setAside },
  { name: 'an id longer than an index holds', body: one('long', { id: 'x'.repeat(100_000) }), ...setAside },
]

const times: readonly Oddity[] = [0, '0', -1, '', null, 'yesterday', 1e15, '99999999999999999999', 1.5, {}, []].map(
  (timestamp) => {
    const text = `at ${JSON.stringify(timestamp)}`
    return {
      name: `a timestamp of ${JSON.stringify(timestamp)}`,
      body: one(text, { timestamp }),
      says: [text],
      aside: 0,
    }
  },
)

const numbers: readonly Oddity[] = [
  {
    name: 'a timestamp no number holds',
    body: one('huge', { timestamp: 77 }).replace(':77,', ':1e999,'),
    says: ['huge'],
    aside: 0,
  },
  { name: 'an id no number holds', body: one('big', { id: 77 }).replace(':77,', `:${'9'.repeat(400)},`), ...setAside },
  {
    name: 'numbers no column holds inside a content',
    body: envelope({ messages: [message({ type: 'location', text: undefined, location: { latitude: 77 } })] }).replace(
      ':77',
      ':1e400',
    ),
    says: [null],
    aside: 0,
  },
  {
    name: 'a key given twice: the last one counts',
    body: one('first').replace('"type":"text"', '"type":"image","type":"text"'),
    says: ['first'],
    aside: 0,
  },
  {
    name: 'messages given twice: the last one counts',
    body: one('second').replace('"messages":', '"messages":[],"messages":'),
    says: ['second'],
    aside: 0,
  },
]

const prototypes: readonly Oddity[] = [
  {
    name: 'keys of a prototype',
    body: one('polite').replace(
      '"type":"text"',
      '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"type":"text"',
    ),
    says: ['polite'],
    aside: 0,
  },
  { name: 'types of a prototype', body: one('x', { type: 'toString' }), says: [null], aside: 0 },
  { name: 'a field of a prototype', body: envelope({ __proto__: null, hasOwnProperty: 1 }, 'constructor'), ...none },
]

const wrongShapes: readonly Oddity[] = [
  ...[{}, 'text', 7, true, { 0: saying('x') }].map((messages) => ({
    name: `messages that are ${JSON.stringify(messages).slice(0, 20)}`,
    body: envelope({ messages }),
    ...setAside,
  })),
  { name: 'messages that are nothing', body: envelope({ messages: null, statuses: null, contacts: null }), ...none },
  {
    name: 'a list of what is no message',
    body: envelope({ messages: [null, 1, 'x', [], false, {}] }),
    says: [],
    aside: 6,
  },
  {
    name: 'a list of what is no status',
    body: envelope({ statuses: [null, 'x', {}, { id: [] }] }),
    says: [],
    aside: 4,
  },
  {
    name: 'contacts that are a string',
    body: envelope({ contacts: 'Ana', messages: [saying('from Ana')] }),
    says: ['from Ana'],
    aside: 0,
  },
  {
    name: 'contacts of every type',
    body: envelope({ contacts: [null, 1, { profile: 'x', wa_id: {} }], messages: [saying('hm')] }),
    says: ['hm'],
    aside: 0,
  },
  { name: 'a text that is a string', body: one('x', { text: 'plain' }), says: [null], aside: 0 },
  { name: 'a body that is a number', body: one('x', { text: { body: 7 } }), says: [null], aside: 0 },
  { name: 'a body that is a list', body: one('x', { text: { body: ['a'] } }), says: [null], aside: 0 },
  { name: 'no text at all', body: one('x', { text: undefined }), says: [null], aside: 0 },
  { name: 'a type that is an object', body: one('x', { type: { a: 1 } }), says: [null], aside: 0 },
  {
    name: 'a message with a hole a hundred thousand deep',
    body: one('deep', { hole: 77 }).replace(':77', `:${deep}`),
    ...setAside,
  },
  {
    name: 'one bad among good ones',
    body: envelope({ messages: [saying('one'), { type: 'text' }, saying('three')] }),
    says: ['one', 'three'],
    aside: 1,
  },
  {
    name: 'a number nobody connected',
    body: one('astray').replace('1122334455667', '999'),
    says: ['astray'],
    aside: 0,
  },
  {
    name: 'no metadata',
    body: one('unaddressed').replace('"metadata"', '"metadatum"'),
    says: ['unaddressed'],
    aside: 0,
  },
  {
    name: 'changes that are null',
    body: '{"entry":[{"changes":[null,{"field":"messages","value":[]}]}]}',
    says: [],
    aside: 2,
  },
]

export const oddities: readonly Oddity[] = [
  ...[...unreadable, ...characters, ...future, ...people],
  ...[...times, ...numbers, ...prototypes, ...wrongShapes],
]

function status(changes: object): string {
  return envelope({
    statuses: [
      { id: 'wamid.never-sent', status: 'read', timestamp: '1772440000', recipient_id: '34612345678', ...changes },
    ],
  })
}

/** Puts raw bytes in the place of a tilde. */
function bytes(text: string, raw: readonly number[]): Buffer {
  const [before = '', after = ''] = text.split('~')
  return Buffer.concat([Buffer.from(before), Buffer.from(raw), Buffer.from(after)])
}

function sqlEverywhere(): string {
  const sql = `'; drop table contacts.contact; --`
  return envelope({
    contacts: [{ wa_id: '34612345678', profile: { name: sql }, user_id: sql }],
    messages: [saying(sql, { id: sql, context: { id: sql, from: sql }, referral: { [sql]: sql } })],
    statuses: [{ id: sql, status: 'read', timestamp: sql, biz_opaque_callback_data: sql, recipient_id: sql }],
  })
}
