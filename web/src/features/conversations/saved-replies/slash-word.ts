import type { SavedReply } from '../../../lib/api-types.ts'

export interface SlashWord {
  readonly start: number
  readonly end: number
  /** What stands behind the slash so far. */
  readonly word: string
}

/** The word with a slash before it that is being typed at the cursor; a slash within a word begins nothing. */
export function slashWordAt(text: string, cursor: number): SlashWord | null {
  const match = /(?:^|\s)\/([\p{L}\p{N}_-]{0,32})$/u.exec(text.slice(0, cursor))
  const word = match?.[1]
  if (word === undefined) return null
  return { start: cursor - word.length - 1, end: cursor, word }
}

const most = 8

/** The saved replies a word may mean: by how their shortcut begins, then by what stands in either. */
export function matching(replies: readonly SavedReply[], word: string): SavedReply[] {
  const sought = word.toLowerCase()
  const begins = replies.filter(({ shortcut }) => shortcut.startsWith(sought))
  const holds = replies.filter(
    (reply) => !begins.includes(reply) && `${reply.shortcut} ${reply.text}`.toLowerCase().includes(sought),
  )
  return [...begins, ...holds].slice(0, most)
}
