import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, inWorkspace } from '../../../lib/api.ts'
import type { Channel, Conversation, WayOut } from '../../../lib/api-types.ts'
import { useQuoted } from './answering.tsx'

export interface ChosenWay {
  channelId: string | null
  /** Null when it is gone, undefined while unknown. */
  channel: Channel | null | undefined
  window: Conversation['window']
  /** True when it is another number than the customer last wrote to. */
  isNamed: boolean
  /** All numbers; undefined where there is nothing to choose. */
  ways: WayOut[] | undefined
  /** The number is that of the message that is quoted. */
  isByQuote: boolean
  choose: (channelId: string) => void
}

/** By which number the next reply leaves: that of the quoted message, a chosen one, or the one last written to. */
export function useWayOut(slug: string, conversation: Conversation, channels: Channel[] | undefined): ChosenWay {
  const quoted = useQuoted()
  const [chosen, choose] = useState<string | null>(null)
  const hasChoice = (channels?.length ?? 0) > 1
  const { data } = useQuery({ ...waysQuery(slug, conversation), enabled: hasChoice })

  const channelId = quoted?.channelId ?? chosen ?? conversation.channelId
  const isNamed = channelId !== conversation.channelId
  const way = data?.items.find((one) => one.channelId === channelId)
  return {
    channelId,
    channel: channels && (channels.find(({ id }) => id === channelId) ?? null),
    window: (isNamed && way?.window) || conversation.window,
    isNamed,
    ways: hasChoice ? data?.items : undefined,
    isByQuote: quoted !== null,
    choose,
  }
}

/** Asked anew whenever the customer has written. */
const waysQuery = (slug: string, { id, channelId, window }: Conversation) =>
  queryOptions({
    queryKey: ['w', slug, 'conversations', 'channels', id, channelId, window.closesAt],
    queryFn: () => get<{ items: WayOut[] }>(inWorkspace(slug, `/conversations/${id}/channels`)),
    staleTime: 60_000,
  })
