import { announce } from '#lib/facts/announce'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { SubmissionRow } from '../queries.ts'
import type { SubmissionStatus } from '../template.ts'
import type { TemplateNews } from './read-templates.ts'

export interface AccountNews extends TemplateNews {
  readonly wabaId: string
  /** By the provider's clock. */
  readonly at: Date
  /** Only news while it stands so: what answers a submission may come after its judgement. */
  readonly whileStill?: SubmissionStatus
}

type Held = SubmissionRow & { readonly name: string; readonly asked: string }

/** Keeps what WhatsApp says of a template that was submitted here, unless something newer is known, and tells of what changed. */
export async function noteNews(tx: Tx, news: AccountNews): Promise<void> {
  permit(tx, 'templates.record')
  const held = await hold(tx, news)
  const at = inSeconds(news.at)
  if (!held || held.reportedAt > at) return
  if (news.whileStill !== undefined && news.whileStill !== held.status) return
  const status = news.status ?? held.status
  const reason = news.status === undefined ? held.reason : (news.reason ?? null)
  await tx.db
    .updateTable('templates.submission')
    .set({
      ...{ status, reason: reason && storableText(reason).slice(0, 1000), reportedAt: at },
      category: news.category ?? held.category,
      quality: news.quality ?? held.quality,
      providerId: news.providerId?.slice(0, 64) ?? held.providerId,
    })
    .where('tenantId', '=', tx.tenantId)
    .where('templateId', '=', held.templateId)
    .where('language', '=', held.language)
    .where('wabaId', '=', held.wabaId)
    .execute()
  await tell(tx, held, { ...news, status, reason })
}

async function tell(
  tx: Tx,
  held: Held,
  { status, reason, category }: Required<Pick<AccountNews, 'status' | 'reason'>> & Pick<AccountNews, 'category'>,
) {
  const { templateId: subjectId, name, language, wabaId } = held
  const judged = { name, language, wabaId }
  if (status !== undefined && status !== held.status) {
    const details = { ...judged, from: held.status, to: status, reason: reason ?? null }
    await announce(tx, 'templates.status_changed', { subjectId, details })
  }
  const from = held.category ?? held.asked
  if (category !== undefined && category !== from) {
    await announce(tx, 'templates.category_moved', { subjectId, details: { ...judged, from, to: category } })
  }
}

function hold(tx: Tx, { wabaId, name, language }: AccountNews): Promise<Held | undefined> {
  return tx.db
    .selectFrom('templates.submission as submission')
    .innerJoin('templates.template as template', (join) =>
      join.onRef('template.tenantId', '=', 'submission.tenantId').onRef('template.id', '=', 'submission.templateId'),
    )
    .selectAll('submission')
    .select(['template.name', 'template.category as asked'])
    .where('submission.tenantId', '=', tx.tenantId)
    .where('template.name', '=', name)
    .where('submission.language', '=', language)
    .where('submission.wabaId', '=', wabaId)
    .forNoKeyUpdate('submission')
    .$castTo<Held>()
    .executeTakeFirst()
}

/** Webhooks tell the time in whole seconds: what happened in the same one is not older. */
export function inSeconds(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000)
}
