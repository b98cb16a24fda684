import { accessCauses } from './access-causes.ts'
import type { Cause } from './cause.ts'
import { numberCauses } from './number-causes.ts'
import { trafficCauses } from './traffic-causes.ts'

/** Everything a doctor can find, by code. */
export const causes = { ...accessCauses, ...numberCauses, ...trafficCauses } satisfies Record<string, Cause>

export type CauseCode = keyof typeof causes

/** The cause behind a code; undefined for a code an older release wrote. */
export function findCause(code: string): Cause | undefined {
  return Object.hasOwn(causes, code) ? causes[code as CauseCode] : undefined
}
