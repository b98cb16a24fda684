import assert from 'node:assert/strict'
import test from 'node:test'
import { keyedBatch } from './keyed-batch.ts'

/** An act that counts its runs and ends when told. */
function counted() {
  const ends: (() => void)[] = []
  const starts: (() => void)[] = []
  let runs = 0
  return {
    act: () => {
      runs += 1
      starts.shift()?.()
      return new Promise<void>((resolve) => ends.push(resolve))
    },
    started: () => new Promise<void>((resolve) => starts.push(resolve)),
    end: () => ends.shift()?.(),
    runs: () => runs,
  }
}

test('a burst runs once', async () => {
  const batch = keyedBatch(1)
  const it = counted()
  const started = it.started()
  batch('a', it.act)
  batch('a', it.act)
  batch('a', it.act)
  await started
  it.end()
  assert.equal(it.runs(), 1)
})

test('what is asked for meanwhile runs once more, with the newest act', async () => {
  const batch = keyedBatch(1)
  const first = counted()
  const later = counted()
  const started = first.started()
  batch('a', first.act)
  await started
  const again = later.started()
  batch('a', first.act)
  batch('a', later.act)
  first.end()
  await again
  assert.deepEqual([first.runs(), later.runs()], [1, 1])
})

test('a failure does not keep the next one from running', async () => {
  const batch = keyedBatch(1)
  const failed = new Promise<void>((resolve) => {
    batch('a', async () => {
      resolve()
      throw new Error('no network')
    })
  })
  await failed
  await new Promise(setImmediate)
  const it = counted()
  const started = it.started()
  batch('a', it.act)
  await started
  it.end()
})
