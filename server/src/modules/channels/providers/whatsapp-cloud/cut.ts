import { idOf, isObject, type JsonObject } from '../../inbound/json.ts'

export interface NamedNumber {
  readonly phoneNumberId: string
  readonly wabaId: string
}

interface Change {
  readonly entry: JsonObject
  readonly change: unknown
  readonly wabaId: string | undefined
  readonly phoneNumberId: string | undefined
}

/** The numbers and accounts a body names. What can't be read names none. */
export function namesIn(body: Buffer): { phoneNumberIds: string[]; wabaIds: string[] } {
  const changes = changesIn(read(body))
  const given = (ids: (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))]
  const wholeAccount = changes.filter(({ phoneNumberId }) => phoneNumberId === undefined)
  return {
    phoneNumberIds: given(changes.map(({ phoneNumberId }) => phoneNumberId)),
    wabaIds: given(wholeAccount.map(({ wabaId }) => wabaId)),
  }
}

/**
 * Cuts a body into one part a tenant that holds the changes about its own numbers alone. A change about an account as a whole
 * goes to the tenant that alone has numbers of it. A body that is all one tenant's stays the bytes that came. `dropped`
 * counts the changes that are nobody's.
 */
export function cut(
  body: Buffer,
  numbers: readonly (NamedNumber & { readonly tenantId: string })[],
): { parts: { tenantId: string; bytes: Buffer }[]; dropped: number } {
  const envelope = read(body)
  const changes = changesIn(envelope)
  const ownersOf = ({ phoneNumberId, wabaId }: Change): string[] => {
    const isOfNumber = phoneNumberId !== undefined
    const mine = numbers.filter((one) =>
      isOfNumber ? one.phoneNumberId === phoneNumberId : wabaId !== undefined && one.wabaId === wabaId,
    )
    const tenants = [...new Set(mine.map(({ tenantId }) => tenantId))]
    return isOfNumber || tenants.length === 1 ? tenants : []
  }
  const owned = changes.map((change) => ({ change, owners: ownersOf(change) }))
  const tenants = [...new Set(owned.flatMap(({ owners }) => owners))].sort()
  const parts = tenants.map((tenantId) => {
    const mine = owned.filter(({ owners }) => owners.includes(tenantId)).map(({ change }) => change)
    return { tenantId, bytes: mine.length === changes.length ? body : write(mine) }
  })
  return { parts, dropped: owned.filter(({ owners }) => owners.length === 0).length }
}

function read(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(body))
  } catch {
    return undefined
  }
}

function changesIn(envelope: unknown): Change[] {
  if (!isObject(envelope) || !Array.isArray(envelope.entry)) return []
  return envelope.entry.filter(isObject).flatMap((entry) => {
    const changes: unknown[] = Array.isArray(entry.changes) ? entry.changes : []
    return changes.map((change) => {
      const value = isObject(change) && isObject(change.value) ? change.value : {}
      const metadata = isObject(value.metadata) ? value.metadata : {}
      return { entry, change, wabaId: idOf(entry.id), phoneNumberId: idOf(metadata.phone_number_id) }
    })
  })
}

/** An envelope of these changes and nothing else: of their entries only the account’s id and the time are kept. */
function write(changes: readonly Change[]): Buffer {
  const entry = [...Map.groupBy(changes, (each) => each.entry)].map(([{ id, time }, mine]) => ({
    ...(id === undefined ? {} : { id }),
    ...(time === undefined ? {} : { time }),
    changes: mine.map(({ change }) => change),
  }))
  return Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }))
}
