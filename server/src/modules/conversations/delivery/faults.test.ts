import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault } from '@frontdesk/fakes/meta'
import { sql } from 'kysely'
import { type Customer, inbox } from '../../../../world/inbox.ts'

const faults: readonly Fault[] = [
  { kind: 'dropAfterAccepting', times: 1 },
  { kind: 'loseBeforeAccepting', times: 1 },
  { kind: 'http500', times: 1 },
  { kind: 'html', times: 1 },
  { kind: 'empty', times: 1 },
  { kind: 'error', code: 131000, times: 1 },
  { kind: 'error', code: 130429, times: 1 },
  { kind: 'error', code: 131026, times: 1 },
]

test('through every fault at once: nothing arrives twice, nothing overtakes, and each row tells the truth', async (t) => {
  const desk = await inbox(t)
  const random = dice(7)
  const customers: Customer[] = await Promise.all(
    Array.from({ length: 12 }, (_, index) => desk.hear(`+3460000010${index}`)),
  )
  const written = new Map<string, string>()
  for (const customer of customers) {
    for (const text of ['a', 'b', 'c', 'd', 'e'].map((word) => `${customer.phone} ${word}`)) {
      written.set(await desk.answer(text, customer), text)
    }
  }

  let receipted = 0
  for (let round = 0; round < 60; round++) {
    desk.meta.behave()
    if (round < 30) for (let count = 0; count < 4; count++) desk.meta.misbehave(faults[random(faults.length)] as Fault)
    await Promise.all([...customers, ...customers].map((customer) => desk.deliver(customer)))
    for (const sent of desk.meta.outbox.slice(receipted)) {
      await desk.receive(sent, 'sent')
      if (random(2)) await desk.receive(sent, 'delivered')
    }
    receipted = desk.meta.outbox.length
    desk.clock.advance(1_000 + random(20_000))
  }

  const arrived = desk.texts()
  assert.equal(new Set(arrived).size, arrived.length, 'something arrived twice')
  for (const { phone } of customers) {
    const theirs = arrived.filter((text) => text?.startsWith(`${phone} `))
    assert.deepEqual(theirs, theirs.toSorted())
  }
  for (const [id, text] of written) {
    const { status, error } = await desk.message(id)
    const isThere = arrived.includes(text)
    assert.equal(['sent', 'delivered'].includes(status), isThere, `${text} is ${status} (${error?.code})`)
    assert.equal(status === 'failed', !isThere, `${text} is ${status} (${error?.code})`)
  }
  const { rows } = await desk.asSystem((tx) => sql`select from conversations.outbox`.execute(tx.db))
  assert.equal(rows.length, 0, 'the outbox is empty')
})

/** Throws that come out the same at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}
