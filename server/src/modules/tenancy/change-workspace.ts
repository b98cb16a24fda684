import { announce } from '#lib/facts/announce'
import { attempt, type Tx } from '#lib/tx'
import { permit } from './permissions.ts'
import { SlugTaken } from './refusals.ts'
import type { WorkspaceChange } from './workspace.ts'

/** Changes what is given and leaves the rest, or refuses with `slug_taken`. */
export async function changeWorkspace(tx: Tx, change: WorkspaceChange): Promise<void> {
  permit(tx, 'workspace.change')
  const before = await tx.db
    .selectFrom('tenancy.workspace')
    .select(['name', 'slug', 'timezone', 'currency', 'country'])
    .where('tenantId', '=', tx.tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const changes = differences(before, change)
  const fields = Object.keys(changes)
  if (fields.length === 0) return

  const update = tx.db.updateTable('tenancy.workspace').set(change).where('tenantId', '=', tx.tenantId)
  const updated = await attempt(tx, () => update.execute())
  if (!updated.ok) throw isSlugConflict(updated.error) ? new SlugTaken(change.slug ?? '') : updated.error

  await announce(tx, 'tenancy.workspace_changed', { subjectId: tx.tenantId, details: { fields, changes } })
}

function differences(before: { readonly [Field in keyof WorkspaceChange]-?: string }, change: WorkspaceChange) {
  const fields = (Object.keys(before) as (keyof WorkspaceChange)[]).flatMap((field) => {
    const to = change[field]
    return to === undefined || to === before[field] ? [] : [[field, { from: before[field], to }] as const]
  })
  return Object.fromEntries(fields)
}

function isSlugConflict(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'workspace_slug_key'
}
