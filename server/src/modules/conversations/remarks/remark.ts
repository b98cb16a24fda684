export type RemarkKind = 'reaction' | 'edit' | 'revoke'
export type Side = 'customer' | 'business'

/** What came about a message after it was said, as it is kept. */
export interface Remark {
  readonly id: string
  readonly kind: RemarkKind
  readonly by: Side
  readonly content: RemarkContent
  readonly at: Date
}

export interface RemarkContent {
  readonly emoji?: string | null
  readonly text?: string | null
  readonly details?: Record<string, unknown> | null
}

export interface Said {
  readonly text: string | null
  readonly details: Record<string, unknown> | null
}

export interface ShownReaction {
  readonly by: Side
  readonly emoji: string
  readonly at: string
}

/** How a message stands by all that came about it. */
export interface Standing {
  readonly reactions: readonly ShownReaction[]
  /** What it says now; null when it was taken back. */
  readonly says: Said | null
  readonly editedAt: Date | null
  readonly revokedAt: Date | null
}

/**
 * Works out how a message stands, whatever order its remarks came in: of each side the latest reaction counts, of the edits
 * the latest, and what was taken back stays so.
 */
export function standingAfter(original: Said, remarks: readonly Remark[]): Standing {
  const inOrder = remarks.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
  const edit = inOrder.findLast(({ kind }) => kind === 'edit')
  const revoked = inOrder.find(({ kind }) => kind === 'revoke')
  const edited = edit && { text: edit.content.text ?? null, details: edit.content.details ?? null }
  return {
    reactions: (['customer', 'business'] as const).flatMap((side) => {
      const last = inOrder.findLast(({ kind, by }) => kind === 'reaction' && by === side)
      return last?.content.emoji ? [{ by: side, emoji: last.content.emoji, at: last.at.toISOString() }] : []
    }),
    says: revoked ? null : (edited ?? original),
    editedAt: edit?.at ?? null,
    revokedAt: revoked?.at ?? null,
  }
}
