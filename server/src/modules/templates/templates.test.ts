import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { world } from '../../../world/world.ts'
import { changeTemplate } from './change.ts'
import { checkVariables, checkVersion } from './check.ts'
import { copyTemplate, createTemplate } from './create.ts'
import { renderFor } from './for-message.ts'
import { fill, Said } from './liquid.ts'
import { occasions } from './originals/occasions.ts'
import { originalVariables, originalVersions } from './originals/originals.ts'
import { previewTemplate } from './preview.ts'
import { getTemplate, listTemplates } from './queries.ts'
import { resetTemplate } from './reset.ts'
import { segmentsOf } from './segments.ts'
import type { Variable, WhatsappWords } from './template.ts'
import { inOneLine, sayValue } from './values.ts'

const name: Variable = { name: 'name', type: 'name', example: 'Ana' }
const other: Variable = { name: 'other', type: 'text', example: 'Haircut' }

function codes(words: Partial<WhatsappWords>, variables: Variable[] = [name, other]): string[] {
  const whatsapp = { header: null, body: 'We are open today.', footer: null, buttons: [], ...words }
  const version = { language: 'en', whatsapp, email: null, sms: null }
  return checkVersion({ category: 'UTILITY', variables, version }).map(({ path, code }) => `${path} ${code}`)
}

describe('what WhatsApp would refuse is told before, field by field', () => {
  const bodies: readonly [string, string][] = [
    ['', 'empty'],
    ['a'.repeat(1025), 'too_long'],
    ['{{ name }} is the first thing here and it should not be', 'variable_at_edge'],
    ['The last thing here is a variable: {{ name }}', 'variable_at_edge'],
    ['These two {{ name }} {{ other }} stand side by side, which nobody may do.', 'variables_adjacent'],
    ['Dear {{ name }}!', 'too_many_variables'],
    ['One line.\n\n\nAnother line.', 'too_many_breaks'],
    ['A\ttab.', 'too_many_spaces'],
    ['Five     spaces.', 'too_many_spaces'],
    ['This names {{ nobody }} we have ever heard of.', 'unknown_variable'],
    ['This {{ Name }} is in capital letters all over.', 'not_liquid'],
    ['This {{ name.plain }} looks into a value, which is nobody’s business.', 'not_liquid'],
    ['This is {{ name never closed and goes on', 'not_liquid'],
    ['A {% if name %}condition{% endif %} in it.', 'tag_not_here'],
    ['An {% include "/etc/passwd" %} in it.', 'unknown_tag'],
    ['An {% for i in (1..1000000000) %}endless{% endfor %} loop.', 'unknown_tag'],
    ['Said by {{ name | shell }} in another way than there is.', 'unknown_filter'],
  ]
  for (const [body, code] of bodies) {
    test(`a body: ${code} (${body.slice(0, 30)})`, () => assert.deepEqual(codes({ body }), [`whatsapp.body ${code}`]))
  }

  test('1,024 characters, emoji and one line between are fine', () => {
    assert.deepEqual(codes({ body: 'a'.repeat(1024) }), [])
    assert.deepEqual(codes({ body: 'Hello {{ name }}, we are open 🎉\n\nSee you soon!' }), [])
  })

  test('headings and small print have rules of their own', () => {
    assert.deepEqual(codes({ header: 'Open 🎉' }), ['whatsapp.header emoji_not_here'])
    assert.deepEqual(codes({ header: 'a'.repeat(61) }), ['whatsapp.header too_long'])
    assert.deepEqual(codes({ header: '*Open*' }), ['whatsapp.header formatting_not_here'])
    assert.deepEqual(codes({ footer: 'For {{ name }} only.' }), ['whatsapp.footer variable_not_here'])
  })

  test('buttons: how many, which together, how long, where they lead', () => {
    const reply = (text: string) => ({ kind: 'quick_reply', text }) as const
    const url = (to: string) => ({ kind: 'url', text: 'Open', url: to }) as const
    const eleven = Array.from({ length: 11 }, (_, at) => reply(`Answer ${at}`))
    assert.deepEqual(codes({ buttons: eleven }), ['whatsapp.buttons too_many_buttons'])
    assert.deepEqual(codes({ buttons: [reply('Yes'), url('https://a.example'), reply('No')] }), [
      'whatsapp.buttons buttons_mixed',
    ])
    assert.deepEqual(codes({ buttons: [reply('Yes'), reply('Yes')] }), ['whatsapp.buttons.1.text button_twice'])
    assert.deepEqual(codes({ buttons: [reply('a'.repeat(26))] }), ['whatsapp.buttons.0.text too_long'])
    assert.deepEqual(codes({ buttons: [url('javascript:alert(1)')] }), ['whatsapp.buttons.0.url not_a_url'])
    assert.deepEqual(codes({ buttons: [url('https://a.example/{{ other }}/x')] }), [
      'whatsapp.buttons.0.url variable_not_at_end',
    ])
    assert.deepEqual(codes({ buttons: [{ kind: 'phone', text: 'Call', phone: '12' }] }), [
      'whatsapp.buttons.0.phone not_a_phone',
    ])
    assert.deepEqual(codes({ buttons: [url('https://a.example/{{ other }}'), reply('Yes'), reply('No')] }), [])
  })

  test('a variable wants an example, of its own type, and a name of its own', () => {
    const wrong = (...variables: Variable[]) => checkVariables(variables).map(({ path, code }) => `${path} ${code}`)
    assert.deepEqual(wrong({ ...name, example: ' ' }), ['variables.0.example example_missing'])
    assert.deepEqual(wrong({ name: 'day', type: 'date', example: 'tomorrow' }), [
      'variables.0.example example_not_of_type',
    ])
    assert.deepEqual(wrong({ name: 'day', type: 'date', example: '2026-02-30' }), [
      'variables.0.example example_not_of_type',
    ])
    assert.deepEqual(wrong(name, name), ['variables.1.name variable_twice'])
  })
})

test('all originals are what WhatsApp takes, in four languages', () => {
  for (const occasion of Object.keys(occasions) as (keyof typeof occasions)[]) {
    const variables = originalVariables(occasion)
    const versions = originalVersions(occasion)
    assert.deepEqual(
      versions.map(({ language }) => language),
      ['en', 'es', 'pt_BR', 'hi'],
    )
    for (const version of versions) {
      const { category } = occasions[occasion]
      const wrong = [...checkVariables(variables), ...checkVersion({ category, variables, version })]
      assert.deepEqual(wrong, [], `${occasion} ${version.language}`)
    }
  }
})

test('values are said as their reader says them', () => {
  const inSpain = { language: 'es', timezone: 'Europe/Madrid', currency: 'EUR' }
  const said = (type: Variable['type'], value: string) => sayValue({ type }, value, inSpain)?.plain
  assert.equal(said('date', '2026-11-24'), 'martes, 24 de noviembre')
  assert.equal(said('date', '2026-11-24T23:30:00Z'), 'miércoles, 25 de noviembre')
  assert.equal(said('time', '2026-11-24T13:30:00Z'), '14:30')
  assert.equal(said('money', '45'), '45,00 €')
  assert.equal(said('money', '45.00 USD'), '45,00 US$')
  for (const odd of ['', '45,00', 'NaN', '1e9', '-']) assert.equal(said('money', odd), undefined)
  assert.equal(said('url', 'javascript:alert(1)'), undefined)
  assert.equal(inOneLine('a\nb\tc      d'), 'a b c   d')
})

test('text messages are counted as networks count them', () => {
  assert.deepEqual(segmentsOf('a'.repeat(160)), { encoding: 'gsm', units: 160, segments: 1 })
  assert.deepEqual(segmentsOf('a'.repeat(161)), { encoding: 'gsm', units: 161, segments: 2 })
  assert.deepEqual(segmentsOf('€'.repeat(80)), { encoding: 'gsm', units: 160, segments: 1 })
  assert.deepEqual(segmentsOf('ş'.repeat(71)), { encoding: 'unicode', units: 71, segments: 2 })
  assert.equal(segmentsOf('').segments, 0)
})

test('what is filled in can’t reach out, and mail escapes it', () => {
  const values = { name: new Said('<b>Ana</b>', () => 'Ana') }
  assert.equal(fill('Hi {{ name }}', values, 'html'), 'Hi &lt;b&gt;Ana&lt;/b&gt;')
  assert.equal(fill('{{ name }}', values, 'plain'), '<b>Ana</b>')
  for (const reach of ['{{ name.constructor }}', '{{ process }}', '{{ name.secret }}']) {
    assert.throws(() => fill(reach, values, 'plain'), reach)
  }
})

test('a workspace has Frontdesk’s templates, makes its own, and may change and reset but not lose them', async (t) => {
  const { salon, clinic } = await world(t)
  const asOwner = <T>(act: Parameters<typeof salon.as<T>>[1]) => salon.as(salon.owner, act)
  const looked = await Promise.all([1, 2, 3].map(() => asOwner((tx) => listTemplates(tx, { limit: 100 }))))
  assert.deepEqual(
    looked.map(({ items }) => items.length),
    [14, 14, 14],
  )
  const reminder = looked[0]?.items.find(({ occasion }) => occasion === 'reminder')
  assert.ok(reminder)
  assert.equal((await clinic.as(clinic.owner, (tx) => listTemplates(tx, { limit: 100 }))).items.length, 14)

  await assert.rejects(
    asOwner((tx) => changeTemplate(tx, reminder.id, { archived: true })),
    { code: 'template_is_original' },
  )
  await assert.rejects(
    salon.as(salon.staff, (tx) => changeTemplate(tx, reminder.id, { enabled: false })),
    { code: 'forbidden' },
  )
  const [english] = (await asOwner((tx) => getTemplate(tx, reminder.id))).versions
  assert.ok(english)
  const shorter = { ...english, sms: { text: 'Until {{ day }}!' } }
  await asOwner((tx) =>
    changeTemplate(tx, reminder.id, { versions: [shorter], removeLanguages: ['hi'], enabled: false }),
  )
  const changed = await asOwner((tx) => getTemplate(tx, reminder.id))
  assert.equal(changed.versions.length, 3)
  assert.deepEqual([changed.isCustomised, changed.enabled], [true, false])
  await assert.rejects(
    asOwner((tx) => renderFor(tx, 'sms', { templateId: reminder.id, values: {} })),
    { code: 'template_off' },
  )
  await asOwner((tx) => resetTemplate(tx, reminder.id))
  assert.equal((await asOwner((tx) => getTemplate(tx, reminder.id))).versions.length, 4)

  const refused = { errors: [{ path: 'versions.en.sms.text', code: 'unknown_variable' }] }
  const wish = { name: 'thanks', title: 'Thanks', category: 'MARKETING', variables: [] } as const
  const versions = [{ language: 'en', whatsapp: null, email: null, sms: { text: 'Thanks, {{ name }}!' } }]
  await assert.rejects(
    asOwner((tx) => createTemplate(tx, { ...wish, versions })),
    (error: { errors: { path: string; code: string }[] }) => {
      assert.deepEqual({ errors: error.errors.map(({ path, code }) => ({ path, code })) }, refused)
      return true
    },
  )
  const id = await asOwner((tx) => createTemplate(tx, { ...wish, variables: [name], versions }))
  await assert.rejects(
    asOwner((tx) => copyTemplate(tx, id, { name: 'thanks', title: 'Thanks again' })),
    { code: 'template_name_taken' },
  )
  await assert.rejects(
    asOwner((tx) => copyTemplate(tx, id, { name: 'Thanks Again', title: 'Thanks again' })),
    { code: 'invalid_input' },
  )
  await assert.rejects(
    asOwner((tx) => renderFor(tx, 'sms', { templateId: id, values: { name: ' ' } })),
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors[0]?.path === 'variables.name' && error.errors[0].code === 'missing_variable',
  )
  const sms = await asOwner((tx) =>
    renderFor(tx, 'sms', { templateId: id, language: 'es_MX', values: { name: 'Ana' } }),
  )
  assert.ok(sms.channel === 'sms' && sms.text === 'Thanks, Ana!' && sms.segments === 1)

  const draft = { version: { language: 'en', whatsapp: null, email: null, sms: { text: 'Bye {{ name' } } }
  const preview = await asOwner((tx) => previewTemplate(tx, id, { draft }))
  assert.deepEqual([preview.sms, preview.problems[0]?.code], [null, 'not_liquid'])
})
