import assert from 'node:assert/strict'
import test from 'node:test'
import { conversation, pages } from '../../testing/cast.ts'
import { type CachedList, dropFromList, placeInList, shorten, waitsLonger } from './cached-list.ts'

const at = (time: string) => ({ lastMessageAt: `2026-03-11T${time}:00Z` })
const list = (end: string | null = null) =>
  pages([[conversation('a', at('12:00')), conversation('b', at('11:00'))], [conversation('c', at('10:00'))]], end)
const ids = (it: CachedList) => it.pages.flatMap((page) => page.items.map((item) => item.id)).join('')

test('new activity moves a row to its place', () => {
  assert.equal(ids(placeInList(list(), conversation('c', at('13:00')), true)), 'cab')
  assert.equal(ids(placeInList(list(), conversation('c', at('11:30')), true)), 'acb')
})

test('a change without new activity leaves the row where it is', () => {
  const changed = placeInList(list(), conversation('b', { ...at('11:00'), unreadCount: 2 }), true)
  assert.equal(ids(changed), 'abc')
  assert.equal(changed.pages.flatMap((page) => page.items)[1]?.unreadCount, 2)
})

test('a newcomer is added when welcome, and only above what is loaded', () => {
  assert.equal(ids(placeInList(list(), conversation('n', at('13:00')), true)), 'nabc')
  assert.equal(ids(placeInList(list(), conversation('n', at('13:00')), false)), 'abc')
  assert.equal(ids(placeInList(list('more'), conversation('n', at('09:00')), true)), 'abc')
  assert.equal(ids(placeInList(list(), conversation('n', at('09:00')), true)), 'abcn')
})

test('an empty list takes its first row', () => {
  assert.equal(ids(placeInList(pages([[]]), conversation('n'), true)), 'n')
})

test('rows are dropped, and a long list is shortened to be read again', () => {
  assert.equal(ids(dropFromList(list(), 'b')), 'ac')
  const short = shorten(list(), 1)
  assert.equal(ids(short), 'ab')
  assert.equal(short.pages[0]?.nextCursor, '1')
})

test('among those that wait for a person, whoever has waited longest stands first', () => {
  const asked = (id: string, minute: string) =>
    conversation(id, {
      handoff: {
        ...{ requestedAt: `2026-03-11T10:${minute}:00Z`, reason: 'x', by: 'customer' as const },
        ...{ requestedBy: null, takenBy: null, takenAt: null },
      },
    })
  const placed = placeInList(pages([[asked('a', '00'), asked('c', '20')]]), asked('b', '10'), true, waitsLonger)
  assert.deepEqual(
    placed.pages[0]?.items.map(({ id }) => id),
    ['a', 'b', 'c'],
  )
})
