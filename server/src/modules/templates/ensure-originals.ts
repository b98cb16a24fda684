import { sql } from 'kysely'
import { newId } from '#lib/id'
import type { Tx } from '#lib/tx'
import { type Occasion, occasions } from './originals/occasions.ts'
import { originalVariables, originalVersions } from './originals/originals.ts'

const all = Object.keys(occasions) as Occasion[]

/**
 * Brings the workspace the originals it does not have: all of them when its templates are first looked at, later what
 * a new Frontdesk adds. A name the workspace has given away itself gets a mark behind it.
 */
export async function ensureOriginals(tx: Tx): Promise<void> {
  const { rows } = await sql<{ occasion: string }>`
    select occasion from templates.template where tenant_id = ${tx.tenantId} and occasion is not null`.execute(tx.db)
  const present = new Set(rows.map(({ occasion }) => occasion))
  const missing = all.filter((occasion) => !present.has(occasion))
  if (missing.length > 0) await bring(tx, missing)
}

async function bring(tx: Tx, missing: readonly Occasion[]): Promise<void> {
  const originals = missing.map((occasion) => ({ occasion, id: newId(), ...occasions[occasion] }))
  const { rows } = await sql<{ id: string; occasion: Occasion }>`
    insert into templates.template (id, name, title, category, occasion, variables, created_at, changed_at)
    select came.id,
      case when exists (select from templates.template taken where taken.tenant_id = ${tx.tenantId} and taken.name = came.occasion)
        then came.occasion || '_original' else came.occasion end,
      came.title, came.category, came.occasion, came.variables, ${tx.now}, ${tx.now}
    from unnest(
      ${originals.map(({ id }) => id)}::uuid[],
      ${originals.map(({ occasion }) => occasion)}::text[],
      ${originals.map(({ title }) => title)}::text[],
      ${originals.map(({ category }) => category)}::text[],
      ${originals.map(({ occasion }) => JSON.stringify(originalVariables(occasion)))}::jsonb[]
    ) as came (id, occasion, title, category, variables)
    order by came.occasion
    on conflict do nothing
    returning id, occasion`.execute(tx.db)
  const versions = rows.flatMap(({ id, occasion }) => originalVersions(occasion).map((version) => ({ id, ...version })))
  if (versions.length === 0) return
  await tx.db
    .insertInto('templates.version')
    .values(
      versions.map(({ id, language, whatsapp, email, sms }) => ({
        ...{ templateId: id, language, changedAt: tx.now },
        whatsapp: JSON.stringify(whatsapp),
        email: JSON.stringify(email),
        sms: JSON.stringify(sms),
      })),
    )
    .execute()
}
