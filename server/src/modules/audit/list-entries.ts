import { time } from '#lib/json'
import { type Page, readCursor, TimeAndId, toPage } from '#lib/page'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { changesOf, idsIn, type Names } from './changes.ts'
import type { AuditFilter, Entry } from './entry.ts'
import { type Recorded, readRecorded } from './recorded.ts'
import { subjectOf } from './subject.ts'
import { inWords } from './words.ts'

/** What was done here, newest first. */
export async function listEntries(
  tx: Tx,
  { limit, cursor, ...filter }: AuditFilter & { limit: number; cursor?: string | undefined },
): Promise<Page<Entry>> {
  permit(tx, 'audit.read')
  const before = readCursor(cursor, TimeAndId)
  const rows = await readRecorded(tx, filter, { before, most: limit + 1 })
  const names = await namesIn(tx, rows)
  return toPage(
    rows,
    limit,
    ({ at, id }) => [time(at), id],
    (fact) => asEntry(fact, names),
  )
}

async function namesIn(tx: Tx, facts: readonly Recorded[]): Promise<Names> {
  const ids = [...new Set(facts.flatMap(({ details }) => idsIn(details)))]
  if (ids.length === 0) return new Map()
  const people = await tx.db
    .selectFrom('tenancy.colleague')
    .select(['id', 'name'])
    .$narrowType<{ id: string; name: string }>()
    .where('tenantId', '=', tx.tenantId)
    .where('id', 'in', ids)
    .execute()
  return new Map(people.map(({ id, name }) => [id, name]))
}

function asEntry(fact: Recorded, names: Names): Entry {
  const subject = subjectOf(fact)
  return {
    id: fact.id,
    at: time(fact.at),
    who: { kind: fact.actor.kind, id: fact.actor.id ?? null, name: nameOfActor(fact) },
    fact: fact.name,
    area: fact.area,
    what: inWords(fact, subject),
    subject,
    changes: changesOf(fact.name, fact.details, names),
    origin: fact.origin,
  }
}

function nameOfActor({ actor, actorName, tokenName }: Recorded): string {
  if (actor.kind === 'system') return 'Frontdesk'
  if (actor.kind === 'token') return `${tokenName ?? 'An API token'} (${actorName ?? 'somebody'}’s API token)`
  return actorName ?? (actor.kind === 'contact' ? 'A customer' : 'Somebody')
}
