import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outsider } from './contract-outsider.ts'

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id)

test('lists are walked to their end without loss and without duplicates, while new things arrive', async (t) => {
  const { api, connect, meta, walk, until } = await outsider(t)
  await connect('15551111')
  const writes = (number: number, text: string) =>
    meta.customerSends({ phoneNumberId: '15551111', from: `346110000${String(number).padStart(2, '0')}`, text })
  const arrived = (path: string, count: number) =>
    until(async () => ((await walk(path, { limit: 100 })).length >= count ? true : undefined))
  await Promise.all(Array.from({ length: 40 }, (_, at) => writes(at, `from ${at}`)))
  for (let at = 0; at < 30; at++) await writes(0, `more ${at}`)
  await arrived('/messages', 70)

  const lists = ['/conversations', '/conversations?status=open', '/contacts', '/messages', '/contacts?q=34611']
  let next = 40
  for (const path of lists) {
    const before = await walk(path, { limit: 100 })
    const walked = await walk(path, {
      limit: 7,
      async between() {
        const text = `new ${next}`
        await writes(next++ % 100, text)
        await until(async () => {
          const { body } = await api('GET', '/messages?limit=5')
          return body.items.some((message: { text: string }) => message.text === text) || undefined
        })
      },
    })
    assert.equal(new Set(idsOf(walked)).size, walked.length, `${path} shows nothing twice`)
    const missing = idsOf(before).filter((id) => !idsOf(walked).includes(id))
    assert.deepEqual(missing, [], `${path} loses nothing that was there`)
  }

  const [first] = (await api('GET', '/conversations?q=34611000000')).body.items
  const thread = `/conversations/${first.id}/messages`
  const before = await walk(thread, { limit: 100 })
  const walked = await walk(thread, { limit: 4, between: () => api('POST', thread, { text: 'meanwhile' }) })
  assert.deepEqual(idsOf(walked), idsOf(before), 'a thread goes back from where one began')
  const times = walked.map(({ createdAt }) => createdAt)
  assert.deepEqual(times, times.toSorted().reverse())
})

test('what was written in the very same moment is paged like anything else', async (t) => {
  const { api, walk } = await outsider(t)
  await Promise.all(Array.from({ length: 60 }, (_, at) => api('POST', '/contacts', { name: `Same ${at}` })))
  for (const path of ['/contacts', '/contacts?q=same']) {
    const walked = await walk(path, { limit: 1 })
    assert.deepEqual([walked.length, new Set(idsOf(walked)).size], [60, 60], path)
  }
})
