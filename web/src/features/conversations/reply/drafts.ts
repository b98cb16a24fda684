import { useState } from 'react'
import { recall, remember } from '../../../lib/storage.ts'

/** What was begun in a conversation and not sent, kept in this browser; a note apart from an answer. */
export function useDraft(conversationId: string, of: 'draft' | 'note' = 'draft'): [string, (text: string) => void] {
  const name = `${of}:${conversationId}`
  const [text, setText] = useState(() => recall(name) ?? '')
  const write = (next: string) => {
    setText(next)
    remember(name, next)
  }
  return [text, write]
}

/** Puts words that could not be sent back into the box, unless others stand there by now. */
export function keepDraft(conversationId: string, text: string): void {
  const name = `draft:${conversationId}`
  if (!recall(name)) remember(name, text)
}
