import assert from 'node:assert/strict'
import test from 'node:test'
import { clockWords, documentWords, sizeWords } from './file-words.ts'

test('sizes and lengths are said the way people say them', () => {
  assert.deepEqual([1, 860_000, 5_242_880, 7_654_321].map(sizeWords), ['1 KB', '840 KB', '5 MB', '7.3 MB'])
  assert.deepEqual(
    [0, 67.4, 600, Number.NaN].map((seconds) => clockWords(seconds || 0)),
    ['0:00', '1:07', '10:00', '0:00'],
  )
})

test('a document is called what it was found to be, and by its ending only where nothing better is known', () => {
  assert.equal(documentWords({ type: 'application/pdf', size: 1_258_291, name: 'a.pdf' }), 'PDF, 1.2 MB')
  assert.equal(documentWords({ type: 'application/octet-stream', size: 2_048, name: 'all.zip' }), 'ZIP, 2 KB')
  assert.equal(documentWords({ type: 'application/octet-stream', size: null, name: null }), 'File')
})
