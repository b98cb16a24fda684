import { memberBehind } from '#lib/actor'
import { toE164 } from '#lib/phone'
import type { Tx } from '#lib/tx'
import { getWorkspace } from '#tenancy'
import { byPhone, type KnownBy } from './identity.ts'
import { NotAPhoneNumber } from './refusals.ts'

/** Reads a number as somebody of this workspace types it: without a country code it is one of the workspace's country. */
export async function readPhone(tx: Tx, typed: string): Promise<KnownBy> {
  const isMember = memberBehind(tx.actor) !== null
  const e164 = toE164(typed) ?? (isMember ? toE164(typed, (await getWorkspace(tx)).country) : undefined)
  if (!e164) throw new NotAPhoneNumber()
  return byPhone(e164)
}
