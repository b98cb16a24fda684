import { isDeepStrictEqual } from 'node:util'
import { announce } from '#lib/facts/announce'
import { InvalidInput, NotFound } from '#lib/refusal'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { isPresent, permit } from '#tenancy'
import type { ConversationStatus } from './conversation.ts'
import { type LockedConversation, lockConversation } from './lock-conversation.ts'

export interface Change {
  readonly status: ConversationStatus
  /** A present member; null for nobody. */
  readonly assigneeId: string | null
  readonly labels: readonly string[]
  readonly automationPaused: boolean
}

/** Changes what a conversation is filed under and who looks after it. Announces only what became different. */
export async function change(
  tx: Tx,
  id: string,
  wish: { [Field in keyof Change]?: Change[Field] | undefined },
): Promise<void> {
  permit(tx, 'conversations.change')

  const conversation = await lockConversation(tx, { id })
  if (!conversation) throw new NotFound('conversation')
  const before = asChange(conversation)
  const asked = { ...before, ...given(wish) }
  const now = { ...asked, labels: [...new Set(asked.labels.map(storableText))] }
  const fields = (Object.keys(now) as (keyof Change)[]).filter((field) => !isDeepStrictEqual(before[field], now[field]))
  if (fields.length === 0) return
  if (fields.includes('assigneeId') && now.assigneeId !== null) await refuseStranger(tx, now.assigneeId)

  const { automationPaused, labels, ...filed } = now
  const automationPausedAt = automationPaused ? (conversation.automationPausedAt ?? tx.now) : null
  await tx.db
    .updateTable('conversations.conversation')
    .set({ ...filed, labels: [...labels], automationPausedAt })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  await announce(tx, 'conversations.changed', {
    subjectId: id,
    contactId: conversation.contactId,
    conversationId: id,
    details: Object.fromEntries(fields.map((field) => [field, { from: before[field], to: now[field] }])),
  })
}

function asChange({ status, assigneeId, labels, automationPausedAt }: LockedConversation): Change {
  return { status, assigneeId, labels, automationPaused: automationPausedAt !== null }
}

function given(wish: { [Field in keyof Change]?: Change[Field] | undefined }): Partial<Change> {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
}

async function refuseStranger(tx: Tx, memberId: string): Promise<void> {
  if (await isPresent(tx, memberId)) return
  throw new InvalidInput([
    { path: 'assigneeId', message: 'Nobody who works here has this id.', code: 'no_such_member' },
  ])
}
