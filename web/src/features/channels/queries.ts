import { queryOptions } from '@tanstack/react-query'
import { get, inWorkspace } from '../../lib/api.ts'
import type { Channel, ChannelHealth, Page } from '../../lib/api-types.ts'

/** The numbers a workspace writes from. */
export const channelsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['w', slug, 'channels', 'list'],
    queryFn: async () => (await get<Page<Channel>>(inWorkspace(slug, '/channels'), { query: { limit: 100 } })).items,
  })

/** One of them. */
export const channelQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['w', slug, 'channels', 'one', id],
    queryFn: () => get<Channel>(inWorkspace(slug, `/channels/${id}`)),
  })

/** What was found about one of them; asked again while an examination is under way. */
export const healthQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: ['w', slug, 'channels', 'health', id],
    queryFn: () => get<ChannelHealth>(inWorkspace(slug, `/channels/${id}/health`)),
    refetchInterval: ({ state }) => (state.data?.examining ? 1_000 : false),
  })
