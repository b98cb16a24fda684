import type { Context } from '#lib/context'
import type { Credentials } from './channel.ts'

export interface ChannelOfTenant {
  readonly tenantId: string
  readonly channelId: string
}

/** A secret that was replaced and is accepted a while longer. */
export interface FormerSecret {
  readonly name: RotatedSecret
  readonly value: string
  /** RFC 3339. */
  readonly until: string
}
export type RotatedSecret = 'appSecret' | 'verifyToken'

/** What is sealed for a channel. */
export interface SealedCredentials extends Credentials {
  readonly former?: readonly FormerSecret[]
}

/** Seals credentials for one channel of one tenant: moved to another row, they stay shut. */
export function sealCredentials({ sealer }: Context, owner: ChannelOfTenant, credentials: SealedCredentials): Buffer {
  return sealer.seal(credentials, purposeOf(owner))
}

export function openCredentials({ sealer }: Context, owner: ChannelOfTenant, sealed: Buffer): SealedCredentials {
  return sealer.open(sealed, purposeOf(owner))
}

function purposeOf({ tenantId, channelId }: ChannelOfTenant): string {
  return `channel ${tenantId} ${channelId}`
}
