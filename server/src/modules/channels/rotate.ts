import type { ChannelChange } from './channel.ts'
import { type FormerSecret, type RotatedSecret, rotatedSecrets, type SealedCredentials } from './credentials.ts'

// Who replaces a secret again and again within the time leaves no long tail of accepted ones.
const mostFormer = 4

export interface Rotation {
  readonly credentials: SealedCredentials
  /** Which secrets differ from before. */
  readonly replaced: readonly string[]
}

/**
 * Replaces the credentials given. A replaced secret of webhooks is accepted for so many hours more, since the provider goes
 * on signing with the old one until it is changed there; 0 ends it at once. An access token has no such time: it is ours to use.
 */
export function rotate(
  kept: SealedCredentials,
  given: NonNullable<ChannelChange['credentials']>,
  { now, hours }: { now: Date; hours: number },
): Rotation {
  const { former = [], ...current } = kept
  const before: Readonly<Record<string, string>> = current
  const changes = Object.entries(given).filter(
    ([name, value]) => value !== undefined && name in before && value !== before[name],
  )
  const replaced = changes.map(([name]) => name)
  const until = new Date(now.getTime() + hours * 3_600_000).toISOString()
  const leaving = rotatedSecrets
    .filter((name) => replaced.includes(name))
    .map((name) => ({ name, value: before[name] ?? '', until }))
  const next = { ...current, ...Object.fromEntries(changes) }
  const after: Readonly<Record<string, string>> = next
  const stay = [...leaving, ...former]
    .filter((secret) => isAccepted(secret, now) && secret.value !== after[secret.name])
    // With no time given, what went before ends with it.
    .filter(({ name }) => hours > 0 || !replaced.includes(name))
    .slice(0, mostFormer)
  return { credentials: { ...next, ...(stay.length > 0 ? { former: stay } : {}) }, replaced }
}

/** Every value of a secret that is accepted at this moment, the current one first. */
export function acceptedNow<Name extends RotatedSecret>(
  kept: { readonly [N in Name]: string } & { readonly former?: readonly FormerSecret[] },
  name: Name,
  now: Date,
): string[] {
  const former = (kept.former ?? []).filter((secret) => secret.name === name && isAccepted(secret, now))
  return [kept[name], ...former.map(({ value }) => value)]
}

/** Until when a former value of this secret is accepted; null when there is none. */
export function acceptedUntil({ former = [] }: Pick<SealedCredentials, 'former'>, name: RotatedSecret): Date | null {
  const ends = former.filter((secret) => secret.name === name).map(({ until }) => Date.parse(until))
  return ends.length > 0 ? new Date(Math.max(...ends)) : null
}

function isAccepted({ until }: FormerSecret, now: Date): boolean {
  return Date.parse(until) > now.getTime()
}
