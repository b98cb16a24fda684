import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gather } from './gather.ts'

const limits = { bytesOf: (item: string) => item.length, items: 3, bytes: 10, waitingBytes: 30 }

/** Writes that end when they are told to. */
function writer() {
  const batches: { items: readonly string[]; end: (error?: Error) => void }[] = []
  let began: () => void = () => undefined
  const write = (items: readonly string[]) =>
    new Promise<void>((done, failed) => {
      batches.push({ items, end: (error) => (error ? failed(error) : done()) })
      began()
    })
  const begun = () => new Promise<void>((resolve) => (began = resolve))
  return { batches, write, begun }
}

test('while one write is under way the next is collected, within its limits', async () => {
  const { batches, write, begun } = writer()
  const add = gather(write, limits)
  const start = begun()
  const first = [add('a'), add('b')]
  await start
  const later = ['c', 'd', 'e', 'f', 'too-long-for-one', 'g'].map(add)
  const expected = [['a', 'b'], ['c', 'd', 'e'], ['f'], ['too-long-for-one'], ['g']]
  for (let at = 0; at < expected.length; at++) {
    const next = begun()
    batches[at]?.end()
    if (at + 1 < expected.length) await next
  }
  await Promise.all([...first, ...later])
  assert.deepEqual(
    batches.map(({ items }) => items),
    expected,
  )
})

test('a write that fails is told to each of its callers and to nobody else', async () => {
  const { batches, write, begun } = writer()
  const add = gather(write, limits)
  const start = begun()
  const lost = [add('a'), add('b')].map((added) => assert.rejects(added, /disk is full/))
  await start
  const next = begun()
  const kept = add('c')
  batches[0]?.end(new Error('disk is full'))
  await next
  batches[1]?.end()
  await Promise.all([...lost, kept])
})

test('when too much waits, more is turned away at once', async () => {
  const { batches, write, begun } = writer()
  const add = gather(write, limits)
  const start = begun()
  const full = add('x'.repeat(30))
  await assert.rejects(add('y'), /too much is waiting/)
  await start
  batches[0]?.end()
  await full
  const again = begun()
  const added = add('y')
  await again
  batches[1]?.end()
  await added
})
