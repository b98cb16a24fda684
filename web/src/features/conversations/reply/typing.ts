import { useRef } from 'react'
import { inWorkspace, post } from '../../../lib/api.ts'

// WhatsApp shows a typing mark for up to 25 seconds.
const every = 20_000

/** Tells the customer's phone that somebody is writing, not more often than the mark fades. */
export function useTyping(slug: string, conversationId: string): () => void {
  const last = useRef(0)
  return () => {
    if (Date.now() - last.current < every) return
    last.current = Date.now()
    post(inWorkspace(slug, `/conversations/${conversationId}/typing`)).catch(() => undefined)
  }
}
