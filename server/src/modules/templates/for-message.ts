import { templateAccountOf } from '#channels'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { fillMail, fillSms, fillWhatsapp, type MailContent, type SmsContent, type WhatsappContent } from './fill-in.ts'
import { closestLanguage } from './languages.ts'
import { findTemplate, type SubmissionRow, submissionsOf, type TemplateRow, versionsOf } from './queries.ts'
import { readerOf } from './reader.ts'
import { NoSuchVersion, NotApproved, TemplateOff } from './refusals.ts'
import { takeValues } from './take-values.ts'
import type { Category } from './template.ts'

export interface TemplateUse {
  readonly templateId: string
  /** The closest there is. */
  readonly language?: string | undefined
  readonly values: Readonly<Record<string, string>>
}

interface About {
  readonly templateId: string
  readonly name: string
  readonly title: string
  readonly category: Category
  readonly language: string
}

export type Rendered = About &
  (
    | ({ readonly channel: 'whatsapp' } & WhatsappContent)
    | ({ readonly channel: 'email' } & MailContent)
    | ({ readonly channel: 'sms' } & SmsContent)
  )

/**
 * A template filled in for the WhatsApp number that sends it: the words that were approved in its account, not those of
 * today. Refuses one that is off or not approved, and values that are missing, by their names.
 */
export async function renderForWhatsapp(
  tx: Tx,
  channelId: string,
  use: TemplateUse,
): Promise<Rendered & { channel: 'whatsapp' }> {
  const template = await usable(tx, use.templateId)
  const wabaId = await templateAccountOf(tx, channelId)
  const all = ((await submissionsOf(tx, [template.id])).get(template.id) ?? []).filter((one) => one.wabaId === wabaId)
  const submission = closestOf(all, use.language)
  if (!submission) throw new NotApproved(null, null)
  if (submission.status !== 'approved') throw new NotApproved(submission.status, submission.reason)
  const { language, whatsapp, variables } = submission
  const reader = await readerOf(tx, language)
  const version = { language, whatsapp, email: null, sms: null }
  const values = takeValues(variables, { version, channel: 'whatsapp', given: use.values, reader })
  const about = { ...aboutOf(template, language), category: submission.category ?? template.category }
  return { ...about, channel: 'whatsapp', ...fillWhatsapp(whatsapp, values) }
}

/** A template filled in for mail or a text message. Refuses one that is off, and values that are missing, by their names. */
export async function renderFor(tx: Tx, channel: 'email' | 'sms', use: TemplateUse): Promise<Rendered> {
  const template = await usable(tx, use.templateId)
  const all = ((await versionsOf(tx, [template.id])).get(template.id) ?? []).filter((one) => one[channel] !== null)
  const version = closestOf(all, use.language)
  if (!version) throw new NoSuchVersion(channel === 'email' ? 'mail' : 'text messages')
  const reader = await readerOf(tx, version.language)
  const values = takeValues(template.variables, { version, channel, given: use.values, reader })
  const about = aboutOf(template, version.language)
  if (channel === 'email' && version.email) return { ...about, channel, ...fillMail(version.email, values) }
  if (channel === 'sms' && version.sms) return { ...about, channel, ...fillSms(version.sms, values) }
  throw new NoSuchVersion(channel)
}

/** Whether what was rendered may still leave by this number: approved templates are paused and turned off, too. */
export async function whyNotNow(
  tx: Tx,
  channelId: string,
  { templateId, language }: { templateId: string; language: string },
): Promise<NotApproved | undefined> {
  const wabaId = await templateAccountOf(tx, channelId)
  const all = (await submissionsOf(tx, [templateId])).get(templateId) ?? []
  const submission = all.find((one: SubmissionRow) => one.wabaId === wabaId && one.language === language)
  if (submission?.status === 'approved') return undefined
  return new NotApproved(submission?.status ?? null, submission?.reason ?? null)
}

async function usable(tx: Tx, id: string): Promise<TemplateRow> {
  permit(tx, 'templates.read')
  const template = await findTemplate(tx, id)
  if (!template || template.archivedAt !== null) throw new NotFound('template')
  if (template.switchedOffAt !== null) throw new TemplateOff(template.title)
  return template
}

/** An approved one before any other of the same closeness: a language that may leave is worth more than one that may not. */
function closestOf<One extends { readonly language: string; readonly status?: string }>(
  all: readonly One[],
  wanted: string | undefined,
): One | undefined {
  const approved = all.filter(({ status }) => status === undefined || status === 'approved')
  const among = approved.length > 0 ? approved : all
  const language = closestLanguage(
    among.map((one) => one.language),
    wanted,
  )
  return among.find((one) => one.language === language)
}

function aboutOf({ id, name, title, category }: TemplateRow, language: string): About {
  return { templateId: id, name, title, category, language }
}
