import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import { InvalidInput, NotFound } from '#lib/refusal'
import { storableJson } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { ensureOriginals } from './ensure-originals.ts'
import { checkName } from './name.ts'
import { findTemplate, versionsOf } from './queries.ts'
import { NameTaken } from './refusals.ts'
import type { Category, Variable, Version } from './template.ts'
import { refuseWrong, writeVersions } from './write-versions.ts'

export interface NewTemplateWish {
  readonly name: string
  readonly title: string
  readonly category: Category
  readonly variables: readonly Variable[]
  readonly versions: readonly Version[]
}

/** Adds a template and answers its id. Refuses a name that is taken, and words that could not be sent, field by field. */
export async function createTemplate(tx: Tx, wish: NewTemplateWish): Promise<string> {
  permit(tx, 'templates.write')
  await ensureOriginals(tx)
  refuseWrong(wish, wish.versions)
  return insert(tx, wish, null)
}

/** Copies a template under another name, with everything it says. */
export async function copyTemplate(tx: Tx, id: string, wish: { name: string; title: string }): Promise<string> {
  permit(tx, 'templates.write')
  const template = await findTemplate(tx, id)
  if (!template) throw new NotFound('template')
  const versions = (await versionsOf(tx, [id])).get(id) ?? []
  const { category, variables, name } = template
  return insert(tx, { ...wish, category, variables, versions }, name)
}

async function insert(tx: Tx, wish: NewTemplateWish, copyOf: string | null): Promise<string> {
  const wrong = checkName(wish.name)
  if (wrong) throw new InvalidInput([wrong], wrong.message)
  const id = newId()
  const { name, title, category, variables, versions } = wish
  const added = await tx.db
    .insertInto('templates.template')
    .values({
      id,
      name,
      title,
      category,
      variables: JSON.stringify(storableJson(variables)),
      createdAt: tx.now,
      changedAt: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenantId', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new NameTaken(name)
  await writeVersions(tx, id, versions)
  await announce(tx, 'templates.created', { subjectId: id, details: { name, copyOf } })
  return id
}
