import { sql, type Transaction } from 'kysely'
import type { Actor } from '#lib/actor'
import type { Clock } from '#lib/clock'
import type { Database } from '#lib/database/connect'
import type { DB } from '#lib/database/schema.gen'

/** The only key to a workspace's data: one transaction, fenced to one tenant, on behalf of one actor. */
export interface Tx {
  readonly tenantId: string
  readonly actor: Actor
  /** From where a person or a program acts; nothing of what Frontdesk does by itself. */
  readonly origin?: Origin | undefined
  readonly now: Date
  readonly db: Transaction<DB>
  /** Runs once the transaction is committed, and not at all when it is rolled back. Must not throw. */
  afterCommit(act: () => void): void
}

/** From where a request came. */
export interface Origin {
  readonly address: string
  /** What the device or program calls itself, cut to a few hundred characters. */
  readonly agent: string | null
}

export interface Principal {
  readonly tenantId: string
  readonly actor: Actor
  readonly origin?: Origin | undefined
}

export type WithTenant = <T>(who: Principal, act: (tx: Tx) => Promise<T>) => Promise<T>

/** Makes the function with which doors open transactions. Nobody else does. */
export function tenantTransactions(database: Database, clock: Clock): WithTenant {
  return async (who, act) => {
    const committed: (() => void)[] = []
    const result = await database.app.transaction().execute(async (db) => {
      // Local to the transaction: the next user of the connection finds it unset.
      await sql`select set_config('app.tenant_id', ${who.tenantId}, true)`.execute(db)
      return act({
        tenantId: who.tenantId,
        actor: who.actor,
        origin: who.origin,
        now: clock.now(),
        db,
        afterCommit: (later) => committed.push(later),
      })
    })
    for (const later of committed) later()
    return result
  }
}

/** Runs an act that may fail without taking the rest of the transaction with it: its own writes are undone, the error is handed back. */
export async function attempt<T>(
  tx: Tx,
  act: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; error: unknown }> {
  await sql`savepoint attempt`.execute(tx.db)
  try {
    const value = await act()
    await sql`release savepoint attempt`.execute(tx.db)
    return { ok: true, value }
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(tx.db)
    await sql`release savepoint attempt`.execute(tx.db)
    return { ok: false, error }
  }
}
