import type { Context } from '#lib/context'
import type { ChannelKind, CredentialsOf } from './port.ts'

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
export const rotatedSecrets = ['appSecret', 'verifyToken', 'authToken'] as const
/** Secrets by which a provider shows that it is the one; whichever of them a kind of channel has. */
export type RotatedSecret = (typeof rotatedSecrets)[number]

/** What is sealed for a channel. */
export type SealedCredentials<K extends ChannelKind = ChannelKind> = CredentialsOf[K] & {
  readonly former?: readonly FormerSecret[]
}

/** Seals credentials for one channel of one tenant: moved to another row, they stay shut. */
export function sealCredentials({ sealer }: Context, owner: ChannelOfTenant, credentials: SealedCredentials): Buffer {
  return sealer.seal(credentials, purposeOf(owner))
}

export function openCredentials<K extends ChannelKind>(
  { sealer }: Context,
  owner: ChannelOfTenant,
  sealed: Buffer,
): SealedCredentials<K> {
  return sealer.open(sealed, purposeOf(owner))
}

function purposeOf({ tenantId, channelId }: ChannelOfTenant): string {
  return `channel ${tenantId} ${channelId}`
}
