import { useMutation } from '@tanstack/react-query'
import { inWorkspace, patch, post, remove } from '../../lib/api.ts'
import type { Channel, ChannelChange, ChannelHealth, NewChannel } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { channelQuery, channelsQuery, healthQuery } from './queries.ts'

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

/** Has a channel examined at once; the findings follow. */
export function useExamine(slug: string, id: string) {
  return useMutation({
    mutationFn: () => post<ChannelHealth>(inWorkspace(slug, `/channels/${id}/health`), {}),
    onSuccess: (health) => queryClient.setQueryData(healthQuery(slug, id).queryKey, health),
  })
}

/** Subscribes the app to the number's account; an examination follows. */
export function useSubscribe(slug: string, id: string) {
  return useMutation({
    mutationFn: () => post<ChannelHealth>(inWorkspace(slug, `/channels/${id}/subscription`), {}),
    onSuccess: (health) => queryClient.setQueryData(healthQuery(slug, id).queryKey, health),
  })
}

/** Refuses from now on what a former secret signed. */
export function useEndFormerSecrets(slug: string, id: string) {
  return useMutation({
    mutationFn: () => remove(inWorkspace(slug, `/channels/${id}/former-secrets`)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: channelQuery(slug, id).queryKey }),
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
  void queryClient.invalidateQueries({ queryKey: healthQuery(slug, channel.id).queryKey })
  return queryClient.invalidateQueries({ queryKey: channelsQuery(slug).queryKey })
}
