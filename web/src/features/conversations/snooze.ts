import { actOn } from './acts.ts'
import { spokenIn } from './snooze-times.ts'

/** Puts conversations aside until a time, or until the customer writes when there is none. */
export function snooze(slug: string, ids: readonly string[], until: Date | null, zone: string): Promise<void> {
  const when = until ? spokenIn(zone, until) : 'the customer writes'
  return actOn({
    ...{ slug, ids, act: { kind: 'snooze', until: until?.toISOString() ?? null } },
    said: (count) => (count === 1 ? `Snoozed until ${when}.` : `${count} snoozed until ${when}.`),
  })
}
