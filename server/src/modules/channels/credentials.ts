import type { Context } from '#lib/context'
import type { Credentials } from './channel.ts'

export interface ChannelOfTenant {
  readonly tenantId: string
  readonly channelId: string
}

/** Seals credentials for one channel of one tenant: moved to another row, they stay shut. */
export function sealCredentials({ sealer }: Context, owner: ChannelOfTenant, credentials: Credentials): Buffer {
  return sealer.seal(credentials, purposeOf(owner))
}

export function openCredentials({ sealer }: Context, owner: ChannelOfTenant, sealed: Buffer): Credentials {
  return sealer.open(sealed, purposeOf(owner))
}

function purposeOf({ tenantId, channelId }: ChannelOfTenant): string {
  return `channel ${tenantId} ${channelId}`
}
