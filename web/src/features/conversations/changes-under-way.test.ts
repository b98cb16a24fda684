import assert from 'node:assert/strict'
import test from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import { readSettled, whileChanging } from './changes-under-way.ts'

test('what was read before a change of ours had arrived is read again', async () => {
  const client = new QueryClient()
  let stored = 'open'
  let reads = 0
  const arrived = Promise.withResolvers<void>()
  const slowRead = Promise.withResolvers<string>()

  const reading = readSettled('a', () => (reads++ === 0 ? slowRead.promise : Promise.resolve(stored)))
  const changing = whileChanging(client, 'rosa', ['a'], () => arrived.promise)
  slowRead.resolve('open')
  await slowRead.promise
  stored = 'resolved'
  arrived.resolve()
  await changing
  assert.deepEqual([await reading, reads], ['resolved', 2])
})

test('a change that is refused lets go as well', async () => {
  const client = new QueryClient()
  await assert.rejects(whileChanging(client, 'rosa', ['b'], () => Promise.reject(new Error('no'))))
  assert.equal(await readSettled('b', () => Promise.resolve('read')), 'read')
})
