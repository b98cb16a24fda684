import { askTemplates, giveTemplate, type OpenedAccount, openTemplateAccount } from '#channels'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, job, type Outcome } from '#lib/jobs/job'
import type { Principal, Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { findTemplate, type SubmissionRow, submissionsOf, type TemplateRow } from '../queries.ts'
import { readerOf } from '../reader.ts'
import type { Reader } from '../values.ts'
import { definitionOf } from './components.ts'
import { OneSubmission, submitJob } from './job-names.ts'
import { noteNews } from './note-news.ts'
import { readTemplates } from './read-templates.ts'

/** Carries what waits of one template to one account. Safe to run twice: what is there already is replaced, not added. */
export const handOver = job({ ...submitJob, payload: OneSubmission, run: handOverAll })

interface Waiting {
  readonly template: TemplateRow
  readonly submission: SubmissionRow
  readonly account: OpenedAccount
  readonly reader: Reader
}

async function handOverAll(context: Context, tenantId: string, wish: OneSubmission): Promise<Outcome> {
  const who = { tenantId, actor: system }
  const waiting = await context.withTenant(who, (tx) => waitingFor(tx, context, wish))
  for (const one of waiting) await handOverOne(context, who, one)
  return done
}

async function waitingFor(tx: Tx, context: Context, { templateId, wabaId }: OneSubmission): Promise<Waiting[]> {
  permit(tx, 'templates.record')
  const template = await findTemplate(tx, templateId)
  const submissions = (await submissionsOf(tx, [templateId])).get(templateId) ?? []
  const mine = submissions.filter((one) => one.wabaId === wabaId && one.status === 'submitting')
  const [first] = mine
  const account = first && (await openTemplateAccount(tx, context, { wabaId, channelId: first.channelId }))
  if (!template || !account) return []
  const { timezone, currency } = await readerOf(tx, 'en')
  return mine.map((submission) => ({
    ...{ template, submission, account },
    reader: { language: submission.language, timezone, currency },
  }))
}

async function handOverOne(context: Context, who: Principal, one: Waiting): Promise<void> {
  const { template, submission, account, reader } = one
  const { language, wabaId, whatsapp, variables, submittedAt } = submission
  const asked = await askTemplates(context, account, { name: template.name })
  if (asked.outcome !== 'answered') return failed(context, who, one, asked.error)
  const there = readTemplates(asked.body).find((found) => found.name === template.name && found.language === language)

  const { category } = template
  const components = definitionOf(whatsapp, variables, reader)
  const body = there
    ? { category, components }
    : { name: template.name, language, category, parameter_format: 'NAMED', components }
  const given = await giveTemplate(context, account, { id: there?.providerId, body })
  if (given.outcome !== 'answered') return failed(context, who, one, given.error)
  const news = readTemplates({ data: [{ status: 'PENDING', ...given.body, name: template.name, language }] })[0]
  if (!news) return
  // A judgement may come by webhook before this answer does.
  await context.withTenant(who, (tx) =>
    noteNews(tx, {
      ...news,
      providerId: news.providerId ?? there?.providerId,
      wabaId,
      at: submittedAt,
      whileStill: 'submitting',
    }),
  )
}

/** Trouble that passes is tried again by the job; what WhatsApp refuses is said where the template stands. */
async function failed(
  context: Context,
  who: Principal,
  { template, submission }: Waiting,
  error: { class: string; message: string },
): Promise<void> {
  if (['retry', 'throttle', 'ambiguous'].includes(error.class)) throw new Error(`Not submitted: ${error.message}`)
  const { language, wabaId, submittedAt } = submission
  const news = { name: template.name, language, status: 'failed', reason: error.message } as const
  await context.withTenant(who, (tx) => noteNews(tx, { ...news, wabaId, at: submittedAt, whileStill: 'submitting' }))
}
