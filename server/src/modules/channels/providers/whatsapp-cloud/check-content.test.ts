import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContacts, checkInteractive, checkLocation, isOneEmoji } from './check-content.ts'
import type { Interactive } from './content.ts'

const body = { text: 'Which?' }

function buttons(titles: readonly string[], more: object = {}): Interactive {
  const all = titles.map((title, no) => ({ type: 'reply' as const, reply: { id: `b${no}`, title } }))
  return { type: 'button', body, action: { buttons: all }, ...more }
}

function list(
  ...sections: { title?: string; rows: { id: string; title: string; description?: string }[] }[]
): Interactive {
  return { type: 'list', body, action: { button: 'Choose', sections } }
}

const row = (no: number, more: object = {}) => ({ id: `r${no}`, title: `Row ${no}`, ...more })
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, no) => row(from + no))

function complaints(message: Interactive): string[] {
  return checkInteractive(message).map(({ path, code }) => `${path} ${code}`)
}

test('what is exactly as long as WhatsApp takes passes, one character more is refused at its field', () => {
  const longest: [Interactive, Interactive, string][] = [
    [buttons(['x'.repeat(20)]), buttons(['x'.repeat(21)]), 'action.buttons.0.reply.title too_long'],
    [buttons(['😀'.repeat(20)]), buttons(['😀'.repeat(21)]), 'action.buttons.0.reply.title too_long'],
    [buttons(['a', 'b', 'c']), buttons(['a', 'b', 'c', 'd']), 'action.buttons too_many'],
    [
      buttons(['a'], { body: { text: 'x'.repeat(1024) } }),
      buttons(['a'], { body: { text: 'x'.repeat(1025) } }),
      'body.text too_long',
    ],
    [
      buttons(['a'], { footer: { text: 'x'.repeat(60) } }),
      buttons(['a'], { footer: { text: 'x'.repeat(61) } }),
      'footer.text too_long',
    ],
    [
      buttons(['a'], { header: { type: 'text', text: 'x'.repeat(60) } }),
      buttons(['a'], { header: { type: 'text', text: 'x'.repeat(61) } }),
      'header.text too_long',
    ],
    [
      list({ rows: [row(1, { title: 'x'.repeat(24), description: 'x'.repeat(72) })] }),
      list({ rows: [row(1, { title: 'x'.repeat(25) })] }),
      'action.sections.0.rows.0.title too_long',
    ],
    [
      list({ rows: [row(1)] }),
      list({ rows: [row(1, { description: 'x'.repeat(73) })] }),
      'action.sections.0.rows.0.description too_long',
    ],
    [
      list({ title: 'One', rows: rows(5) }, { title: 'Two', rows: rows(5, 5) }),
      list({ title: 'One', rows: rows(5) }, { title: 'Two', rows: rows(6, 5) }),
      'action.sections too_many',
    ],
  ]
  for (const [passes, refused, complaint] of longest) {
    assert.deepEqual(complaints(passes), [])
    assert.deepEqual(complaints(refused), [complaint])
  }
})

test('what is missing or there twice is named, all of it at once', () => {
  assert.deepEqual(complaints(buttons([])), ['action.buttons required'])
  assert.deepEqual(complaints(buttons(['Yes', 'Yes', ' '], { body: { text: '\n' } })), [
    'body.text required',
    'action.buttons.1.reply.title not_unique',
    'action.buttons.2.reply.title required',
  ])
  assert.deepEqual(complaints(list()), ['action.sections required'])
  assert.deepEqual(complaints(list({ rows: [row(1), row(1)] }, { title: 'Two', rows: [] })), [
    'action.sections.0.title required',
    'action.sections.1.rows required',
    'action.sections.0.rows.1.id not_unique',
  ])
})

test('a link button needs a whole web address', () => {
  const link = (url: string): Interactive => ({
    type: 'cta_url',
    body,
    action: { name: 'cta_url', parameters: { display_text: 'See times', url } },
  })
  assert.deepEqual(complaints(link('https://salon.example/book?x=1')), [])
  for (const url of ['salon.example', 'javascript:alert(1)', 'tel:+491', 'ftp://salon.example']) {
    assert.deepEqual(complaints(link(url)), ['action.parameters.url not_a_web_address'], url)
  }
})

test('a place lies on the earth, and an address needs a name above it', () => {
  const place = (more: object) => checkLocation({ latitude: 52.5, longitude: 13.4, ...more }).map(({ path }) => path)
  assert.deepEqual(place({ name: 'Salon Rosa', address: 'Calle Mayor 1' }), [])
  assert.deepEqual(place({ latitude: 90.1, longitude: -181 }), ['latitude', 'longitude'])
  assert.deepEqual(place({ latitude: Number.NaN }), ['latitude'])
  assert.deepEqual(place({ address: 'Calle Mayor 1' }), ['name'])
})

test('a contact card has a name, and numbers that are there', () => {
  const card = { name: { formatted_name: 'Mina' } }
  assert.deepEqual(checkContacts([card]), [])
  assert.deepEqual(
    checkContacts([{ name: { formatted_name: ' ' }, phones: [{ phone: '' }] }]).map(({ path }) => path),
    ['0.name.formatted_name', '0.phones.0.phone'],
  )
  assert.equal(checkContacts([])[0]?.code, 'required')
  assert.equal(checkContacts(Array(258).fill(card))[0]?.code, 'too_many')
})

test('a reaction is one emoji', () => {
  for (const emoji of ['👍', '❤️', '❤', '👩🏽‍🦰', '🇪🇸', '1️⃣', '👨‍👩‍👧']) assert.ok(isOneEmoji(emoji), emoji)
  for (const other of ['', 'a', '1', '👍👍', ' 👍', 'ok', '#']) assert.ok(!isOneEmoji(other), other)
})
