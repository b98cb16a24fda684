import { useCallback, useRef, useState } from 'react'
import { sendMessage } from './phone-api.ts'
import type { Outgoing, PhoneMessage } from './phone-types.ts'

/** Messages this page has sent but not yet seen in the chat, and how to send, resend and drop them. */
export function useOutgoing(person: string, number: string) {
  const [pending, setPending] = useState<PhoneMessage[]>([])
  const underWay = useRef(new Set<Promise<unknown>>())
  const change = useCallback((id: string, part: Partial<PhoneMessage>) => {
    setPending((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))
  }, [])

  const post = useCallback(
    (id: string, wish: Outgoing) => {
      const work = sendMessage(person, number, wish).then(
        (sent) => change(id, { id: sent.id, status: 'accepted' }),
        () => change(id, { status: 'unsent' }),
      )
      underWay.current.add(work)
      work.finally(() => underWay.current.delete(work))
      return work
    },
    [person, number, change],
  )

  const send = useCallback(
    (text: string, replyTo: string | null) => {
      const bubble = bubbleFor(text, replyTo)
      setPending((all) => [...all, bubble])
      return post(bubble.id, wishOf(bubble))
    },
    [post],
  )

  const resend = useCallback(
    (bubble: PhoneMessage) => {
      change(bubble.id, { status: 'sending' })
      return post(bubble.id, wishOf(bubble))
    },
    [post, change],
  )

  /** Resolves when every send has its answer, so that a chat loaded meanwhile never shows a message twice. */
  const settled = useCallback(() => Promise.allSettled([...underWay.current]), [])
  return { pending, send, resend, settled }
}

function bubbleFor(text: string, replyTo: string | null): PhoneMessage {
  return {
    id: `here-${crypto.randomUUID()}`,
    side: 'customer',
    type: 'text',
    text,
    content: null,
    at: new Date().toISOString(),
    replyTo,
    status: 'sending',
    reactions: {},
  }
}

function wishOf({ text, replyTo }: PhoneMessage): Outgoing {
  return { text: text ?? '', ...(replyTo ? { replyTo } : {}) }
}
