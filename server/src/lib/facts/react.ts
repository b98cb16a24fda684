import { type Kysely, sql } from 'kysely'
import { system } from '#lib/actor'
import type { Database } from '#lib/database/connect'
import type { DB } from '#lib/database/schema.gen'
import { newId } from '#lib/id'
import type { Logger } from '#lib/log'
import type { Tx, WithTenant } from '#lib/tx'
import { factsAfter, presentPosition } from './read.ts'
import type { Fact, Facts } from './types.ts'
import { nextFacts } from './wake.ts'

/** What a module does about facts of other modules, afterwards, in transactions of its own. */
export interface Reaction {
  /** Names the reader; its position is kept under this name. */
  readonly name: string
  readonly hears: {
    readonly [Name in keyof Facts]?: (tx: Tx, fact: Fact & { readonly details: Facts[Name] }) => Promise<void>
  }
}

export interface ReactionNeeds {
  readonly database: Database
  readonly withTenant: WithTenant
  readonly log: Logger
  readonly signal: AbortSignal
}

const pollMilliseconds = 1_000
const batch = 200
const patience = 5

/** Follows the log for one reaction until the signal aborts. Several processes may: one at a time moves the position. */
export async function follow(reaction: Reaction, needs: ReactionNeeds): Promise<void> {
  while (!needs.signal.aborted) {
    const moved = await catchUp(reaction, needs).catch((error: unknown) => {
      needs.log.error({ err: error, reaction: reaction.name }, 'a reaction failed; it will try again')
      return false
    })
    if (!moved) await nextFacts(pollMilliseconds, needs.signal)
  }
}

/** Handles what is there now; true when there was something. */
export async function catchUp(reaction: Reaction, needs: ReactionNeeds): Promise<boolean> {
  const { app } = needs.database
  const position = await app
    .selectFrom('facts.reader')
    .select(['xid', 'factId as id'])
    .where('name', '=', reaction.name)
    .executeTakeFirst()
  if (!position) {
    await register(reaction, needs)
    return true
  }

  const facts = await factsAfter(app, position, batch)
  for (const fact of facts) {
    if (needs.signal.aborted) return false
    const hear = earFor(reaction, fact)
    if (hear) await handle(reaction, fact, hear, needs)
  }
  const last = facts.at(-1)
  // Most facts concern few: what nobody hears is passed by the batch, not by a transaction each.
  if (last && !earFor(reaction, last)) await advance(app, reaction.name, last)
  return facts.length > 0
}

type Ear = (tx: Tx, fact: Fact) => Promise<void>

function earFor(reaction: Reaction, fact: Fact): Ear | undefined {
  return reaction.hears[fact.name as keyof Facts] as Ear | undefined
}

async function register(reaction: Reaction, { database }: ReactionNeeds): Promise<void> {
  const { xid, id } = await presentPosition(database.app)
  await sql`insert into facts.reader (name, xid, fact_id) values (${reaction.name}, ${xid}::xid8, ${id}::uuid) on conflict do nothing`.execute(
    database.app,
  )
}

async function handle(reaction: Reaction, fact: Fact, hear: Ear, needs: ReactionNeeds): Promise<void> {
  try {
    await needs.withTenant({ tenantId: fact.tenantId, actor: system }, async (tx) => {
      if (await advance(tx.db, reaction.name, fact)) await hear(tx, fact)
    })
  } catch (error) {
    await noteFailure(reaction, fact, error, needs)
    throw error
  }
}

/** Moves the position past a fact, one that is heard in the transaction of the reaction; false when another process was there first. */
async function advance(db: Kysely<DB>, reader: string, fact: Fact): Promise<boolean> {
  const { rows } = await sql`
    update facts.reader set xid = ${fact.xid}::xid8, fact_id = ${fact.id}::uuid, failures = 0, last_error = null, moved_at = now()
    where name = ${reader} and (xid, fact_id) < (${fact.xid}::xid8, ${fact.id}::uuid)
    returning name`.execute(db)
  return rows.length > 0
}

/** After a few failures the fact is passed over and kept in a table of its own: one bad fact must not stop all later ones. */
async function noteFailure(reaction: Reaction, fact: Fact, error: unknown, needs: ReactionNeeds): Promise<void> {
  const said = error instanceof Error ? error.message : String(error)
  await needs.withTenant({ tenantId: fact.tenantId, actor: system }, async (tx) => {
    const { rows } = await sql<{ failures: number }>`
      update facts.reader set failures = failures + 1, last_error = ${said} where name = ${reaction.name} returning failures`.execute(
      tx.db,
    )
    if ((rows[0]?.failures ?? 0) < patience) return
    await advance(tx.db, reaction.name, fact)
    await tx.db
      .insertInto('facts.passedOver')
      .values({ id: newId(), reader: reaction.name, factId: fact.id, error: said, at: tx.now })
      .execute()
  })
}
