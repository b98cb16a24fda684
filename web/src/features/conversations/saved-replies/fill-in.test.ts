import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillIn, gapsIn } from './fill-in.ts'

const known = { 'contact.name': 'Ana', 'member.name': 'Marta', 'workspace.name': 'Salon Rosa' }

test('what is known stands in its place, as it is written and never read as a variable again', () => {
  assert.equal(
    fillIn('Hi {{contact.name}}, {{ member.name }} of {{workspace.name}} here. {{contact.name}}!', known),
    'Hi Ana, Marta of Salon Rosa here. Ana!',
  )
  assert.equal(fillIn('{{contact.name}}', { ...known, 'contact.name': '$& {{member.name}}' }), '$& {{member.name}}')
})

test('what is not known stays open and is told with its place', () => {
  const text = fillIn('Hi {{contact.name}}, {{workspace.name}}', { ...known, 'contact.name': null })
  assert.equal(text, 'Hi {{contact.name}}, Salon Rosa')
  assert.deepEqual(gapsIn(text), [{ start: 3, end: 19, text: '{{contact.name}}' }])
  assert.deepEqual(gapsIn('{curly} {{something.else}}'), [])
})
