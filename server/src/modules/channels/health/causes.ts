import { smsCauses } from '../providers/sms/causes.ts'
import { accessCauses } from '../providers/whatsapp-cloud/access-causes.ts'
import { numberCauses } from '../providers/whatsapp-cloud/number-causes.ts'
import { pathCauses } from '../providers/whatsapp-cloud/path-causes.ts'
import type { Cause } from './cause.ts'
import { trafficCauses } from './traffic-causes.ts'

/** Everything a doctor can find, by code. */
export const causes = {
  ...accessCauses,
  ...numberCauses,
  ...pathCauses,
  ...smsCauses,
  ...trafficCauses,
} satisfies Record<string, Cause>

export type CauseCode = keyof typeof causes

/** The cause behind a code; undefined for a code an older release wrote. */
export function findCause(code: string): Cause | undefined {
  return Object.hasOwn(causes, code) ? causes[code as CauseCode] : undefined
}
