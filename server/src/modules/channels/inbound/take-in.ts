import { sql } from 'kysely'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { claimRows, type RawRow } from './claim-rows.ts'
import type { Hands } from './hands.ts'
import { noteFailure } from './note-failure.ts'
import { takeRows } from './take-rows.ts'

const rowsAtOnce = 50
const tenantsAtOnce = 4
const mostTenants = 10_000

/**
 * Understands what waits: for each tenant, in a transaction of its own, up to fifty webhooks. Returns how many were taken
 * in this round, 0 when nothing waits. Any number of processes may do it at the same time.
 */
export async function takeIn(context: Context, hands: Hands, signal?: AbortSignal): Promise<number> {
  const tenants = await tenantsWaiting(context)
  let taken = 0
  const takeTurns = async () => {
    for (let next = tenants.shift(); next !== undefined && !signal?.aborted; next = tenants.shift()) {
      // Not in one step: `+=` would read the sum before it waits, and others add to it meanwhile.
      const rows = await takeOf(context, next, hands)
      taken += rows
    }
  }
  await Promise.all(Array.from({ length: tenantsAtOnce }, takeTurns))
  return taken
}

async function tenantsWaiting({ clock, database }: Context): Promise<string[]> {
  const { rows } = await sql<{ tenantId: string }>`
    select tenant_id from channels.tenants_waiting(${clock.now()}, ${mostTenants})`.execute(database.app)
  return rows.map(({ tenantId }) => tenantId)
}

async function takeOf(context: Context, tenantId: string, hands: Hands): Promise<number> {
  try {
    return await context.withTenant({ tenantId, actor: system }, async (tx) => {
      const rows = await claimRows(tx, rowsAtOnce)
      return takeRows(tx, context, hands, rows)
    })
  } catch (error) {
    context.log.warn({ err: error, tenantId }, 'webhooks could not be taken in together; now one by one')
    return takeOneByOne(context, tenantId, hands)
  }
}

/** So that the one that can't be taken in costs none of the others. */
async function takeOneByOne(context: Context, tenantId: string, hands: Hands): Promise<number> {
  let taken = 0
  for (let tries = 0; tries < rowsAtOnce; tries++) {
    const became = await takeOne(context, tenantId, hands)
    if (became === 'nothing waits') break
    if (became === 'taken') taken++
  }
  return taken
}

async function takeOne(
  context: Context,
  tenantId: string,
  hands: Hands,
): Promise<'taken' | 'put off' | 'nothing waits'> {
  const who = { tenantId, actor: system }
  let row: RawRow | undefined
  try {
    await context.withTenant(who, async (tx) => {
      ;[row] = await claimRows(tx, 1)
      if (row) await takeRows(tx, context, hands, [row])
    })
    return row ? 'taken' : 'nothing waits'
  } catch (error) {
    const failed = row as RawRow | undefined
    if (!failed) throw error
    await context.withTenant(who, (tx) => noteFailure(tx, failed, error))
    return 'put off'
  }
}
