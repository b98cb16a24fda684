import { announce } from '#lib/facts/announce'
import { InvalidInput } from '#lib/refusal'
import { storableJson } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { lockTemplate, type TemplateRow, versionsOf } from './queries.ts'
import { IsOriginal } from './refusals.ts'
import type { Category, Variable, Version } from './template.ts'
import { refuseWrong, writeVersions } from './write-versions.ts'

export interface TemplateWish {
  readonly title?: string | undefined
  readonly category?: Category | undefined
  readonly enabled?: boolean | undefined
  readonly archived?: boolean | undefined
  readonly variables?: readonly Variable[] | undefined
  /** Those that change. */
  readonly versions?: readonly Version[] | undefined
  readonly removeLanguages?: readonly string[] | undefined
}

/**
 * Changes a template. What was approved stays approved until it is submitted anew. Refuses what could not be sent, field by
 * field, to archive one of Frontdesk's own, and to take the last language away.
 */
export async function changeTemplate(tx: Tx, id: string, wish: TemplateWish): Promise<void> {
  permit(tx, 'templates.write')
  const before = await lockTemplate(tx, id)
  if (wish.archived && before.occasion !== null) throw new IsOriginal()
  const isRewritten = [wish.category, wish.variables, wish.versions, wish.removeLanguages].some(
    (one) => one !== undefined,
  )
  if (isRewritten) await rewrite(tx, before, wish)
  await tx.db
    .updateTable('templates.template')
    .set({
      title: wish.title ?? before.title,
      category: wish.category ?? before.category,
      ...(wish.variables ? { variables: JSON.stringify(storableJson(wish.variables)) } : {}),
      ...(wish.enabled === undefined ? {} : { switchedOffAt: wish.enabled ? null : (before.switchedOffAt ?? tx.now) }),
      ...(wish.archived === undefined ? {} : { archivedAt: wish.archived ? (before.archivedAt ?? tx.now) : null }),
      ...(isRewritten && before.occasion !== null ? { customisedAt: tx.now } : {}),
      changedAt: tx.now,
    })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
  const fields = Object.entries(wish).flatMap(([field, value]) => (value === undefined ? [] : [field]))
  if (fields.length > 0)
    await announce(tx, 'templates.changed', { subjectId: id, details: { name: before.name, fields } })
}

/** Every language is judged again: a variable that is gone may be missed by one that did not change. */
async function rewrite(tx: Tx, before: TemplateRow, wish: TemplateWish): Promise<void> {
  const present = (await versionsOf(tx, [before.id])).get(before.id) ?? []
  const changed = wish.versions ?? []
  const isReplaced = ({ language }: Version) => changed.some((version) => version.language === language)
  const isRemoved = ({ language }: Version) => (wish.removeLanguages ?? []).includes(language)
  const after = [...present.filter((version) => !isReplaced(version)), ...changed].filter(
    (version) => !isRemoved(version),
  )
  if (after.length === 0) throw lastLanguage()
  const { category = before.category, variables = before.variables } = wish
  refuseWrong({ category, variables }, after)
  await writeVersions(tx, before.id, changed)
  const gone = present.filter(isRemoved).map(({ language }) => language)
  if (gone.length === 0) return
  await tx.db
    .deleteFrom('templates.version')
    .where('tenantId', '=', tx.tenantId)
    .where('templateId', '=', before.id)
    .where('language', 'in', gone)
    .execute()
}

function lastLanguage(): InvalidInput {
  const message = 'A template needs at least one language.'
  return new InvalidInput([{ path: 'removeLanguages', code: 'last_language', message }], message)
}
