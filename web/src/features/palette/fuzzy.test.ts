import assert from 'node:assert/strict'
import test from 'node:test'
import { fuzzy } from './fuzzy.ts'

const best = (typed: string, texts: string[]) =>
  texts
    .flatMap((text) => {
      const score = fuzzy(typed, text)
      return score === null ? [] : [{ text, score }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ text }) => text)

test('letters in order are enough, whole words come first', () => {
  const acts = ['Resolve', 'Assign to me', 'Assign to…', 'Snooze', 'Go to settings: members']
  assert.equal(best('atm', acts)[0], 'Assign to me')
  assert.equal(best('sno', acts)[0], 'Snooze')
  assert.equal(best('members', acts)[0], 'Go to settings: members')
  assert.deepEqual(best('zzz', acts), [])
})

test('accents, capitals and spaces make no difference, and nothing typed fits everything', () => {
  assert.equal(best('JOSE NU', ['José Núñez', 'Josephine'])[0], 'José Núñez')
  assert.notEqual(fuzzy('  go   in ', 'Go to the inbox'), null)
  assert.equal(fuzzy('', 'anything'), 0)
  assert.equal(fuzzy('(.*', 'anything'), null)
})
