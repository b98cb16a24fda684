import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { occasions } from './originals/occasions.ts'
import { isOccasion, originalVariables, originalVersions } from './originals/originals.ts'
import { lockTemplate } from './queries.ts'
import { IsNoOriginal } from './refusals.ts'
import { writeVersions } from './write-versions.ts'

/** Gives one of Frontdesk's own templates its first words back, in the languages it came in. Refuses any other. */
export async function resetTemplate(tx: Tx, id: string): Promise<void> {
  permit(tx, 'templates.write')
  const { occasion, name } = await lockTemplate(tx, id)
  if (occasion === null || !isOccasion(occasion)) throw new IsNoOriginal()
  const { title, category } = occasions[occasion]
  await tx.db.deleteFrom('templates.version').where('tenantId', '=', tx.tenantId).where('templateId', '=', id).execute()
  await writeVersions(tx, id, originalVersions(occasion))
  await tx.db
    .updateTable('templates.template')
    .set({
      title,
      category,
      variables: JSON.stringify(originalVariables(occasion)),
      customisedAt: null,
      changedAt: tx.now,
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  await announce(tx, 'templates.reset', { subjectId: id, details: { name } })
}
