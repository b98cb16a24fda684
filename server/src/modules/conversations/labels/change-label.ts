import { sql } from 'kysely'
import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { InboxLabel } from './label.ts'
import { getLabel } from './queries.ts'
import { LabelTaken } from './refusals.ts'
import { spreadLater } from './spread.ts'

/** Renames or recolours a label. Conversations under it follow in the background. Refuses a name that is taken. */
export async function changeLabel(
  tx: Tx,
  id: string,
  wish: { name?: string | undefined; colour?: InboxLabel['colour'] | undefined },
): Promise<InboxLabel> {
  permit(tx, 'conversations.manage-labels')

  const before = await getLabel(tx, id)
  const label = { id, name: wish.name ?? before.name, colour: wish.colour ?? before.colour }
  if (label.name === before.name && label.colour === before.colour) return before
  const { rows } = await sql<{ id: string }>`
    update conversations.label label set name = ${label.name}, colour = ${label.colour}
    where label.tenant_id = ${tx.tenantId} and label.id = ${id} and not exists (
      select from conversations.label other
      where other.tenant_id = ${tx.tenantId} and other.id <> ${id} and lower(other.name) = lower(${label.name}))
    returning label.id`.execute(tx.db)
  if (rows.length === 0) throw new LabelTaken(label.name)
  if (label.name !== before.name) await spreadLater(tx, { labelId: id, from: before.name, to: label.name })
  await announce(tx, 'conversations.label_changed', {
    subjectId: id,
    details: {
      ...(label.name === before.name ? {} : { name: { from: before.name, to: label.name } }),
      ...(label.colour === before.colour ? {} : { colour: { from: before.colour, to: label.colour } }),
    },
  })
  return label
}
