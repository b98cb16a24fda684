import { useState } from 'react'
import { recall, remember } from '../../../lib/storage.ts'

/** What was begun in a conversation and not sent, kept in this browser. */
export function useDraft(conversationId: string): [string, (text: string) => void] {
  const name = `draft:${conversationId}`
  const [text, setText] = useState(() => recall(name) ?? '')
  const write = (next: string) => {
    setText(next)
    remember(name, next)
  }
  return [text, write]
}
