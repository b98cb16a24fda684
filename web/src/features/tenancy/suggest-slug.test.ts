import assert from 'node:assert/strict'
import test from 'node:test'
import { suggestSlug } from './suggest-slug.ts'

test('a name becomes an address people can type', () => {
  assert.equal(suggestSlug('Salão da Rosa & Cia.'), 'salao-da-rosa-cia')
  assert.equal(suggestSlug('  Nord -- Clinic  '), 'nord-clinic')
  assert.equal(suggestSlug('名前'), '')
  assert.equal(suggestSlug(`${'a'.repeat(39)} b`), 'a'.repeat(39))
})
