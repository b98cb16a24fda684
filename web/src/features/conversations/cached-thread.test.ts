import assert from 'node:assert/strict'
import test from 'node:test'
import { message, pages } from '../../testing/cast.ts'
import { type CachedThread, laterStatus, mergeNewest, placeInThread } from './cached-thread.ts'

const ids = (it: CachedThread) => it.pages.map((page) => page.items.map((item) => item.id).join(''))
const thread = () =>
  pages([
    [message('d'), message('c')],
    [message('b'), message('a')],
  ])

test('what is new comes in front, what is known is brought up to date', () => {
  const newest = { items: [message('e'), message('d', { status: 'read' }), message('c')], nextCursor: 'x' }
  const merged = mergeNewest(thread(), newest)
  assert.deepEqual(ids(merged), ['edc', 'ba'])
  assert.equal(merged.pages[0]?.items[1]?.status, 'read')
})

test('a newest page that reaches into an older one repeats nothing', () => {
  const newest = { items: [message('d'), message('c'), message('b', { status: 'failed' })], nextCursor: 'x' }
  const merged = mergeNewest(thread(), newest)
  assert.deepEqual(ids(merged), ['dc', 'ba'])
  assert.equal(merged.pages[1]?.items[0]?.status, 'failed')
})

test('when too much is new to join the pages, the thread starts over', () => {
  const newest = { items: [message('z'), message('y')], nextCursor: 'x' }
  assert.deepEqual(ids(mergeNewest(thread(), newest)), ['zy'])
})

test('a message is placed once, however often it is told', () => {
  const once = placeInThread(thread(), message('e'))
  const twice = placeInThread(once, message('e', { status: 'sent' }))
  assert.deepEqual(ids(twice), ['edc', 'ba'])
  assert.equal(twice.pages[0]?.items[0]?.status, 'sent')
})

test('a tick never goes back, except where the server moved it from what we show', () => {
  assert.equal(laterStatus('delivered', 'accepted', 'sent'), 'delivered')
  assert.equal(laterStatus('accepted', 'sent', 'delivered'), 'delivered')
  assert.equal(laterStatus('failed', 'failed', 'queued'), 'queued')
  assert.equal(laterStatus('read', 'sent', 'failed'), 'read')
})
