import type { z } from 'zod'
import { time } from '#lib/json'
import { findCause } from './causes.ts'
import { type Finding, type KeptFinding, type Particulars, sides } from './finding.ts'

/** Findings in sentences, in the order in which a person reads them. */
export function renderFindings(kept: readonly KeptFinding[]): z.input<typeof Finding>[] {
  return [...kept]
    .sort((one, other) => sides.indexOf(one.about) - sides.indexOf(other.about))
    .flatMap(({ about, state, code, details, since, checkedAt }) => {
      const cause = findCause(code)
      if (!cause) return []
      const { message, remedy, act } = cause
      return {
        ...{ check: about, state, code, act: act ?? null, since: time(since), checkedAt: time(checkedAt) },
        message: filled(message, details),
        remedy: remedy === undefined ? null : filled(remedy, details),
      }
    })
}

function filled(sentence: string, particulars: Particulars): string {
  const said = sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(particulars[name] ?? ''))
  return said
    .replace(/^1 (webhooks|messages) (were|are|wait)\b/, (_, noun: string, verb: string) => {
      return `1 ${noun.slice(0, -1)} ${{ were: 'was', are: 'is', wait: 'waits' }[verb]}`
    })
    .trim()
}

const minute = 60_000
const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** A moment within a sentence. */
export function moment(at: Date): string {
  return `on ${format.format(new Date(Math.floor(at.getTime() / minute) * minute))} UTC`
}
