import { isDeepStrictEqual } from 'node:util'
import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { TemplatesSubmission, TemplatesTemplate } from '#lib/database/schema.gen'
import { time } from '#lib/json'
import { type Page, readCursor, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { ensureOriginals } from './ensure-originals.ts'
import {
  type Category,
  channelKinds,
  type Submission,
  type SubmissionStatus,
  type Template,
  type TemplateSummary,
  type Variable,
  type Version,
  type WhatsappWords,
} from './template.ts'

/** A template's row with its columns read as what they hold. */
export type TemplateRow = Omit<Selectable<TemplatesTemplate>, 'category' | 'variables'> & {
  category: Category
  variables: Variable[]
}

export type SubmissionRow = Omit<
  Selectable<TemplatesSubmission>,
  'status' | 'category' | 'quality' | 'whatsapp' | 'variables'
> & {
  status: SubmissionStatus
  category: Category | null
  quality: Submission['quality']
  whatsapp: WhatsappWords
  variables: Variable[]
}

const TitleAndId = z.tuple([z.string(), z.uuid()])

export interface TemplatesWish {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly category?: Category | undefined
  readonly archived?: boolean | undefined
  readonly q?: string | undefined
}

/** The templates by title, Frontdesk's own among them. */
export async function listTemplates(tx: Tx, wish: TemplatesWish): Promise<Page<TemplateSummary>> {
  permit(tx, 'templates.read')
  await ensureOriginals(tx)
  const after = readCursor(wish.cursor, TitleAndId)
  let query = ofWorkspace(tx).where('archivedAt', wish.archived ? 'is not' : 'is', null)
  if (wish.category) query = query.where('category', '=', wish.category)
  if (wish.q) {
    const like = `%${wish.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<boolean>`(lower(title) like ${like} or name like ${like})`)
  }
  if (after) query = query.where(sql<boolean>`(title, id) > (${after[0]}, ${after[1]}::uuid)`)
  const rows = await query
    .orderBy('title')
    .orderBy('id')
    .limit(wish.limit + 1)
    .execute()
  const ids = rows.map(({ id }) => id)
  const [versions, submissions] = [await versionsOf(tx, ids), await submissionsOf(tx, ids)]
  return toPage(
    rows,
    wish.limit,
    ({ title, id }) => [title, id],
    (row) => summarise(row, versions.get(row.id) ?? [], submissions.get(row.id) ?? []),
  )
}

/** One template with all it says, or `not_found`. */
export async function getTemplate(tx: Tx, id: string): Promise<Template> {
  permit(tx, 'templates.read')
  const row = await findTemplate(tx, id)
  if (!row) throw new NotFound('template')
  const [versions, submissions] = [await versionsOf(tx, [id]), await submissionsOf(tx, [id])]
  const own = versions.get(id) ?? []
  return {
    ...about(row),
    variables: row.variables,
    versions: own,
    submissions: (submissions.get(id) ?? []).map((submission) => renderSubmission(submission, own, row.variables)),
  }
}

/** The row itself; undefined when there is none. */
export function findTemplate(tx: Tx, id: string): Promise<TemplateRow | undefined> {
  return ofWorkspace(tx).where('id', '=', id).executeTakeFirst()
}

/** The row itself, held until the transaction ends, or `not_found`. */
export async function lockTemplate(tx: Tx, id: string): Promise<TemplateRow> {
  const row = await ofWorkspace(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!row) throw new NotFound('template')
  return row
}

function ofWorkspace(tx: Tx) {
  return tx.db.selectFrom('templates.template').selectAll().where('tenantId', '=', tx.tenantId).$castTo<TemplateRow>()
}

/** What these templates say, by template, in the order of their languages. */
export async function versionsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Version[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('templates.version')
    .select(['templateId', 'language', 'whatsapp', 'email', 'sms'])
    .where('tenantId', '=', tx.tenantId)
    .where('templateId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('language')
    .$castTo<Version & { templateId: string }>()
    .execute()
  return groupBy(rows, ({ templateId: _, ...version }) => version)
}

/** How these templates stand with WhatsApp, by template. */
export async function submissionsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubmissionRow[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('templates.submission')
    .selectAll()
    .where('tenantId', '=', tx.tenantId)
    .where('templateId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('language')
    .orderBy('wabaId')
    .$castTo<SubmissionRow>()
    .execute()
  return groupBy(rows, (row) => row)
}

function groupBy<Row extends { templateId: string }, Item>(
  rows: readonly Row[],
  render: (row: Row) => Item,
): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const row of rows) {
    const group = groups.get(row.templateId)
    if (group) group.push(render(row))
    else groups.set(row.templateId, [render(row)])
  }
  return groups
}

function about(row: TemplateRow) {
  return {
    ...{ id: row.id, name: row.name, title: row.title, category: row.category, occasion: row.occasion },
    isCustomised: row.customisedAt !== null,
    enabled: row.switchedOffAt === null,
    archived: row.archivedAt !== null,
    createdAt: time(row.createdAt),
    changedAt: time(row.changedAt),
  }
}

function summarise(
  row: TemplateRow,
  versions: readonly Version[],
  submissions: readonly SubmissionRow[],
): TemplateSummary {
  return {
    ...about(row),
    languages: versions.map((version) => ({
      language: version.language,
      channels: channelKinds.filter((kind) => version[kind] !== null),
    })),
    submissions: submissions.map((submission) => renderSubmission(submission, versions, row.variables)),
  }
}

function renderSubmission(
  row: SubmissionRow,
  versions: readonly Version[],
  variables: readonly Variable[],
): z.input<typeof Submission> {
  const now = versions.find(({ language }) => language === row.language)?.whatsapp
  const { language, wabaId, status, reason, category, quality } = row
  const isCurrent = isDeepStrictEqual(now, row.whatsapp) && isDeepStrictEqual(variables, row.variables)
  return { language, wabaId, status, reason, category, quality, isCurrent, submittedAt: time(row.submittedAt) }
}
