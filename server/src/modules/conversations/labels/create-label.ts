import { sql } from 'kysely'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { type InboxLabel, mostKinds } from './label.ts'
import { LabelTaken, TooManyLabels } from './refusals.ts'

/** Adds a label conversations can be filed under. Refuses a name that is there already, whatever its capitals. */
export async function createLabel(tx: Tx, wish: Omit<InboxLabel, 'id'>): Promise<InboxLabel> {
  permit(tx, 'conversations.manage-labels')

  const label = { id: newId(), ...wish }
  const { rows } = await sql<{ added: boolean; count: number }>`
    with added as (
      insert into conversations.label (id, name, colour, created_at)
      values (${label.id}, ${label.name}, ${label.colour}, ${tx.now})
      on conflict do nothing returning id)
    select exists (select from added) as added, count(*)::int as count
    from conversations.label where tenant_id = ${tx.tenantId}`.execute(tx.db)
  if (!rows[0]?.added) throw new LabelTaken(label.name)
  if (rows[0].count >= mostKinds) throw new TooManyLabels()
  await announce(tx, 'conversations.label_added', { subjectId: label.id, details: { name: label.name } })
  return label
}
