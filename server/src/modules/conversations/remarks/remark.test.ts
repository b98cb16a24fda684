import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Remark, standingAfter } from './remark.ts'

const original = { text: 'Hello', details: null }
const kinds = fc.constantFrom<Remark['kind']>('reaction', 'edit', 'revoke')
const remarks = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    kind: kinds,
    by: fc.constantFrom('customer' as const, 'business' as const),
    content: fc.record({ emoji: fc.constantFrom('👍', '❤️', null), text: fc.string() }),
    at: fc.integer({ min: 0, max: 3 }).map((second) => new Date(second * 1000)),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
)

test('in whatever order remarks come, the message stands the same', () => {
  fc.assert(
    fc.property(remarks, fc.integer(), (list, seed) => {
      const shuffled = list.toSorted((a, b) => ((a.id + seed).length % 3) - ((b.id + seed).length % 2))
      assert.deepEqual(standingAfter(original, shuffled.toReversed()), standingAfter(original, list))
    }),
  )
})

test('an edit replaces, a later one replaces again, and what was taken back says nothing', () => {
  const at = (second: number) => new Date(second * 1000)
  const first: Remark = { id: '1', kind: 'edit', by: 'customer', content: { text: 'Hallo' }, at: at(1) }
  const second: Remark = { id: '2', kind: 'edit', by: 'customer', content: { text: 'Hola' }, at: at(2) }
  const revoke: Remark = { id: '3', kind: 'revoke', by: 'customer', content: {}, at: at(1) }
  assert.deepEqual(standingAfter(original, [second, first]).says, { text: 'Hola', details: null })
  assert.equal(standingAfter(original, [revoke, second]).says, null)
  assert.deepEqual(standingAfter(original, []).says, original)
})
