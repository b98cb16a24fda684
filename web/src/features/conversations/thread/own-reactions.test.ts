import assert from 'node:assert/strict'
import test from 'node:test'
import type { Message } from '../../../lib/api-types.ts'
import { isOwnReaction, ownReactions, shownOf } from './own-reactions.ts'

const at = (second: number) => `2026-03-11T10:00:0${second}.000Z`

function own(emoji: string, status: Message['status'], second = 2): Message {
  const message: Partial<Message> = {
    id: emoji,
    kind: 'reaction',
    direction: 'outbound',
    origin: null,
    status,
    details: { emoji, message_id: 'wamid.1' },
    quote: { id: 'm1', direction: 'inbound', kind: 'text', text: 'Hi' },
    createdAt: at(second),
  }
  return message as Message
}

const standing = (emoji: string, second: number) => ({
  reactions: [{ by: 'business' as const, emoji, at: at(second) }],
})
const emojis = (message: Pick<Message, 'reactions'>, reaction?: Message) =>
  shownOf(message, reaction).map(({ emoji, isWaiting }) => `${emoji}${isWaiting ? ' waits' : ''}`)

test('a reaction of ours is no bubble; the latest to a message counts', () => {
  assert.ok(isOwnReaction(own('👍', 'queued')))
  assert.ok(!isOwnReaction({ ...own('👍', 'sent'), origin: 'phone_app' }))
  assert.ok(!isOwnReaction({ ...own('👍', 'received'), direction: 'inbound' }))
  assert.equal(ownReactions([own('👍', 'accepted'), own('😂', 'queued')]).get('m1')?.id, '😂')
})

test('one on its way stands in place of the one before it, and without a gap until its message has it', () => {
  assert.deepEqual(emojis(standing('👍', 1)), ['👍'])
  assert.deepEqual(emojis(standing('👍', 1), own('😂', 'queued')), ['😂 waits'])
  assert.deepEqual(emojis(standing('👍', 1), own('😂', 'accepted')), ['😂'])
  assert.deepEqual(emojis(standing('😂', 3), own('😂', 'accepted')), ['😂'])
  assert.deepEqual(emojis(standing('👍', 1), own('', 'queued')), [])
})

test('one that failed leaves what stood', () => {
  assert.deepEqual(emojis(standing('👍', 1), own('😂', 'failed')), ['👍'])
})
