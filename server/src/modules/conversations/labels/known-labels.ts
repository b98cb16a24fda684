import { sql } from 'kysely'
import { newId } from '#lib/id'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { mostKinds } from './label.ts'
import { TooManyLabels } from './refusals.ts'

/**
 * These labels, each once, as the workspace spells them: capitals make no other label. What is not known yet is known from
 * now on.
 */
export async function knownLabels(tx: Tx, wished: readonly string[]): Promise<string[]> {
  const names = [
    ...new Map(
      wished
        .map(storableText)
        .toReversed()
        .map((name) => [fold(name), name]),
    ).values(),
  ].toReversed()
  if (names.length === 0) return []
  const spelled = await spellings(tx, names)
  const fresh = names.filter((name) => !spelled.has(fold(name)))
  if (fresh.length > 0) {
    await addKinds(tx, fresh)
    for (const [key, name] of await spellings(tx, fresh)) spelled.set(key, name)
  }
  return [...new Set(names.map((name) => spelled.get(fold(name)) ?? name))]
}

async function spellings(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ wished: string; name: string }>`
    select wish.name as wished, label.name
    from unnest(${[...names]}::text[]) as wish (name)
    join conversations.label label on label.tenant_id = ${tx.tenantId} and lower(label.name) = lower(wish.name)`.execute(
    tx.db,
  )
  return new Map(rows.map(({ wished, name }) => [fold(wished), name]))
}

async function addKinds(tx: Tx, names: readonly string[]): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from conversations.label where tenant_id = ${tx.tenantId}`.execute(tx.db)
  if ((rows[0]?.count ?? 0) + names.length > mostKinds) throw new TooManyLabels()
  const fresh = names.map((name) => ({ id: newId(), name }))
  await sql`
    insert into conversations.label (id, name, colour, created_at)
    select wish.id, wish.name, 'grey', ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as wish (id uuid, name text)
    on conflict do nothing`.execute(tx.db)
}

const fold = (name: string) => name.toLowerCase()
