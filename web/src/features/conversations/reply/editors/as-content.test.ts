import assert from 'node:assert/strict'
import test from 'node:test'
import { buttonsOf, linkOf, listOf } from './as-content.ts'

test('buttons are those something was written on, each with its title for an id', () => {
  const begun = { heading: ' ', text: ' Which? ', smallPrint: 'Until noon', titles: [' At ten ', '', 'At eleven'] }
  assert.deepEqual(buttonsOf(begun), {
    type: 'button',
    body: { text: 'Which?' },
    footer: { text: 'Until noon' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'At ten', title: 'At ten' } },
        { type: 'reply', reply: { id: 'At eleven', title: 'At eleven' } },
      ],
    },
  })
})

test('a list goes without empty choices and sections, and its ids stay apart', () => {
  const row = (title: string, description = '') => ({ title, description })
  const sections = [
    { title: '', rows: [row('Cut', ' 30 minutes ')] },
    { title: 'Nothing', rows: [row(' ')] },
    { title: 'Colour', rows: [row(''), row('Roots')] },
  ]
  const list = listOf({ heading: '', text: 'What?', smallPrint: '', button: 'Choose', sections })
  assert.equal(list.type, 'list')
  assert.deepEqual(list.type === 'list' && list.action.sections, [
    { rows: [{ id: '1.1', title: 'Cut', description: '30 minutes' }] },
    { title: 'Colour', rows: [{ id: '3.2', title: 'Roots' }] },
  ])
})

test('what is not written yet is shown as to come', () => {
  const link = linkOf({ text: '', title: '', url: '' })
  assert.deepEqual([link.body.text, link.type === 'cta_url' && link.action.parameters.display_text], ['…', '…'])
})
