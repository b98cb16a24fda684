import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Message } from '../../../lib/api-types.ts'

interface Pages {
  hasNextPage: boolean
  isFetching: boolean
  fetchNextPage(): Promise<unknown>
}

/** Where a search leads within a thread. */
export const hashOf = (messageId: string) => `message-${messageId}`

/** The message the address names; older pages are read until it is there, then it is brought into view, once. */
export function useFoundMessage(pages: Pages, messages: readonly Message[]): string | undefined {
  const hash = useLocation({ select: (location) => location.hash })
  const id = /^message-(.+)$/.exec(hash)?.[1]
  const shown = useRef<string>(undefined)
  const isHere = messages.some((message) => message.id === id)
  const { hasNextPage, isFetching, fetchNextPage } = pages

  useEffect(() => {
    if (!id || shown.current === id) return
    if (isHere) {
      shown.current = id
      document.getElementById(hashOf(id))?.scrollIntoView({ block: 'center', behavior: 'instant' })
    } else if (hasNextPage && !isFetching) fetchNextPage()
  }, [id, isHere, hasNextPage, isFetching, fetchNextPage])

  return isHere ? id : undefined
}
