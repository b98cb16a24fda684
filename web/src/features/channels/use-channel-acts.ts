import { useMutation } from '@tanstack/react-query'
import { inWorkspace, patch, post, remove } from '../../lib/api.ts'
import type { Channel, ChannelChange, NewChannel } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { channelQuery, channelsQuery } from './queries.ts'

/** Connects a number; its credentials are never read back. */
export function useConnectChannel(slug: string) {
  return useMutation({
    mutationFn: (wish: NewChannel) => post<Channel>(inWorkspace(slug, '/channels'), wish),
    onSuccess: (channel) => keep(slug, channel),
  })
}

/** Renames a channel or replaces its credentials. */
export function useChangeChannel(slug: string, id: string) {
  return useMutation({
    mutationFn: (change: ChannelChange) => patch<Channel>(inWorkspace(slug, `/channels/${id}`), change),
    onSuccess: (channel) => keep(slug, channel),
  })
}

/** Disconnects a channel; its conversations stay. */
export function useDisconnectChannel(slug: string, id: string) {
  return useMutation({
    mutationFn: () => remove(inWorkspace(slug, `/channels/${id}`)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: channelsQuery(slug).queryKey }),
  })
}

function keep(slug: string, channel: Channel) {
  queryClient.setQueryData(channelQuery(slug, channel.id).queryKey, channel)
  return queryClient.invalidateQueries({ queryKey: channelsQuery(slug).queryKey })
}
