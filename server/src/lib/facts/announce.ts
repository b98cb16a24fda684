import { remembered } from '#lib/actor'
import type { Facts } from '#lib/facts/types'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { factsCommitted } from './wake.ts'

export interface Announcement<Name extends keyof Facts> {
  readonly subjectId: string
  readonly contactId?: string
  readonly conversationId?: string
  readonly details: Facts[Name]
}

/** Writes down that something happened, in the transaction in which it did. Never message text, never secrets. */
export async function announce<Name extends keyof Facts>(tx: Tx, name: Name, fact: Announcement<Name>): Promise<void> {
  await announceEach(tx, name, [fact])
}

/** The same of many things at once, in one statement. */
export async function announceEach<Name extends keyof Facts>(
  tx: Tx,
  name: Name,
  facts: readonly Announcement<Name>[],
): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map((fact) => ({
    id: newId(),
    name,
    subjectId: fact.subjectId,
    contactId: fact.contactId ?? null,
    conversationId: fact.conversationId ?? null,
    details: JSON.stringify(fact.details),
    actor: JSON.stringify(remembered(tx.actor)),
    origin: tx.origin ? JSON.stringify(tx.origin) : null,
    at: tx.now,
  }))
  await tx.db.insertInto('facts.fact').values(rows).execute()
  tx.afterCommit(factsCommitted)
}
