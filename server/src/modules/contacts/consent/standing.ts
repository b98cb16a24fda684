import type { ConsentPurpose, ConsentSource, ConsentState } from './consent.ts'

/** The last thing one contact said about a channel and a purpose. */
export interface Said {
  readonly id: string
  readonly contactId: string
  readonly purpose: ConsentPurpose
  readonly state: ConsentState
  readonly source: ConsentSource
  readonly words: string
  readonly at: Date
  /** When this contact was merged into the person; null for the person's own card. */
  readonly mergedAt: Date | null
}

export type Standing =
  | { readonly state: 'none'; readonly by: null }
  | { readonly state: ConsentState; readonly by: Said }

/**
 * How a person stands for one purpose, by the last word of each contact they are known as: the strictest holds. What was
 * said since two became one speaks for both, so that who opts in again is heard, and separating them gives each its own.
 */
export function standingOf(said: readonly Said[], purpose: ConsentPurpose): Standing {
  const about = said.filter((one) => one.purpose === purpose)
  const own = about.find(({ mergedAt }) => mergedAt === null)
  const holds = about.filter(
    (one) => !(own && one.mergedAt && own.at.getTime() > Math.max(one.at.getTime(), one.mergedAt.getTime())),
  )
  const newest = holds.toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
  const by = newest.find(({ state }) => state === 'withdrawn') ?? newest[0]
  return by ? { state: by.state, by } : { state: 'none', by: null }
}
