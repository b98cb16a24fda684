import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { InboxLabel } from './label.ts'

/** All labels of the workspace, by name. */
export async function listLabels(tx: Tx): Promise<InboxLabel[]> {
  permit(tx, 'conversations.read')
  return ofWorkspace(tx).orderBy('name').execute()
}

/** One label, or `not_found`. */
export async function getLabel(tx: Tx, id: string): Promise<InboxLabel> {
  const label = await ofWorkspace(tx).where('id', '=', id).executeTakeFirst()
  if (!label) throw new NotFound('label')
  return label
}

const ofWorkspace = (tx: Tx) =>
  tx.db
    .selectFrom('conversations.label')
    .select(['id', 'name', 'colour'])
    .$narrowType<{ colour: InboxLabel['colour'] }>()
    .where('tenantId', '=', tx.tenantId)
