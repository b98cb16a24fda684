import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SavedReply } from '../../../lib/api-types.ts'
import { fillIn, gapsIn, type Known } from './fill-in.ts'
import { savedRepliesQuery } from './queries.ts'
import { matching, slashWordAt } from './slash-word.ts'

export interface Slash {
  /** Names the list for the box it belongs to. */
  readonly listId: string
  readonly options: readonly SavedReply[]
  readonly active: number
  readonly isOpen: boolean
  readonly insert: (reply: SavedReply) => void
  /** To be asked before the box does anything with a key; true when the list took it. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** To be told wherever the cursor may have moved. */
  readonly onCursor: () => void
}

interface SlashWish {
  readonly slug: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly box: RefObject<HTMLTextAreaElement | null>
  readonly known: Known
}

/** Offers saved replies while a word that begins with a slash is typed: arrows walk them, Enter or Tab inserts, Escape closes. */
export function useSlash({ slug, text, onText, box, known }: SlashWish): Slash {
  const listId = useId()
  const [cursor, setCursor] = useState(0)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [place, setPlace] = useState({ word: '', active: 0 })
  const slash = slashWordAt(text, cursor)
  const replies = useQuery({ ...savedRepliesQuery(slug), enabled: slash !== null }).data ?? []
  const options = slash ? matching(replies, slash.word) : []
  const isOpen = slash !== null && closedAt !== slash.start && options.length > 0
  const active = slash && place.word === slash.word ? Math.min(place.active, options.length - 1) : 0

  const insert = (reply: SavedReply) => {
    if (!slash) return
    const filled = fillIn(reply.text, known)
    flushSync(() => onText(text.slice(0, slash.start) + filled + text.slice(slash.end)))
    const [gap] = gapsIn(filled)
    const [from, to] = gap ? [gap.start, gap.end] : [filled.length, filled.length]
    box.current?.focus()
    box.current?.setSelectionRange(slash.start + from, slash.start + to)
    setCursor(slash.start + to)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing) return false
    const walk = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = options[active]
    if (walk) setPlace({ word: slash.word, active: (active + walk + options.length) % options.length })
    else if (event.key === 'Escape') setClosedAt(slash.start)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) insert(chosen)
    else return false
    event.preventDefault()
    return true
  }
  const onCursor = () => {
    const at = box.current?.selectionStart ?? 0
    setCursor(at)
    if (slashWordAt(box.current?.value ?? '', at) === null) setClosedAt(null)
  }
  return { listId, options, active, isOpen, insert, onKey, onCursor }
}
