import type { ChannelFinding, ChannelHealth } from '../../lib/api-types.ts'

/** What each side of a channel is called. */
export const checkNames: Record<ChannelFinding['check'], string> = {
  token: 'Access token',
  scopes: 'Permissions',
  number: 'Number',
  account: 'Account',
  name: 'Display name',
  subscription: 'Subscription',
  secret: 'App secret',
  signatures: 'Signatures',
  webhook: 'Webhook',
  reach: 'Reachable from outside',
  events: 'Last event',
  queue: 'Waiting to be sent',
  quality: 'Quality',
  limit: 'Messaging limit',
  throughput: 'Speed',
  templates: 'Templates',
  clock: 'Clock',
}

/** How all of it together is doing. */
export const healthWords: Record<ChannelHealth['state'], string> = {
  good: 'Everything is in order.',
  warning: 'Messages come and go. Something deserves a look.',
  bad: 'Something is in the way.',
  unknown: 'Not everything could be looked at yet.',
}
