import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Lead, LeadStage } from '../../lib/api-types.ts'
import { moved } from './moved.ts'

const lead = (id: string, stage: LeadStage, createdAt: string) => ({ id, stage, createdAt }) as Lead
const pages = (...items: Lead[]) => ({ pages: [{ items, nextCursor: null }], pageParams: [null] })
const counts = { new: 2, contacted: 1, qualified: 0, won: 0, lost: 0 }

test('a lead that is moved leaves its column, stands in the other by its age, and is counted there', () => {
  const [old, young, between] = [
    lead('a', 'new', '2026-01'),
    lead('b', 'contacted', '2026-03'),
    lead('c', 'new', '2026-02'),
  ]
  const after = moved({ from: pages(between, old), to: pages(young), counts }, between, 'contacted')
  assert.deepEqual(
    after.from?.pages[0]?.items.map(({ id }) => id),
    ['a'],
  )
  assert.deepEqual(
    after.to?.pages[0]?.items.map(({ id, stage }) => [id, stage]),
    [
      ['b', 'contacted'],
      ['c', 'contacted'],
    ],
  )
  assert.deepEqual(after.counts, { ...counts, new: 1, contacted: 2 })
})

test('what is not loaded is left alone', () => {
  assert.deepEqual(moved({ from: undefined, to: undefined, counts: undefined }, lead('a', 'new', ''), 'won'), {
    from: undefined,
    to: undefined,
    counts: undefined,
  })
})
