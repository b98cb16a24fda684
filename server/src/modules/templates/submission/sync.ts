import { askTemplates, type OpenedAccount, openTemplateAccount, templateAccounts } from '#channels'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, enqueue, giveUp, job, type Outcome } from '#lib/jobs/job'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { OneAccount, syncJob } from './job-names.ts'
import { noteNews } from './note-news.ts'
import { readTemplates, type TemplateNews } from './read-templates.ts'

/** Asks every account of the workspace how its templates stand, in the background. */
export async function syncTemplates(tx: Tx): Promise<void> {
  permit(tx, 'templates.submit')
  for (const account of await templateAccounts(tx)) await enqueue(tx, syncJob, account)
}

/** Reads all templates of an account and keeps how those that were submitted here stand. */
export const sync = job({
  ...syncJob,
  payload: OneAccount,
  run: async (context: Context, tenantId: string, wanted: OneAccount): Promise<Outcome> => {
    const who = { tenantId, actor: system }
    const account = await context.withTenant(who, (tx) => openTemplateAccount(tx, context, wanted))
    if (!account) return giveUp('The number can’t be used now.')
    const at = context.clock.now()
    const found = await readAll(context, account)
    await context.withTenant(who, (tx) => keepAll(tx, found, { wabaId: wanted.wabaId, at }))
    return done
  },
})

const mostPages = 60

async function readAll(context: Context, account: OpenedAccount): Promise<TemplateNews[]> {
  const found: TemplateNews[] = []
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await askTemplates(context, account, after === undefined ? {} : { after })
    if (answer.outcome !== 'answered') throw new Error(`Templates could not be read: ${answer.error.message}`)
    found.push(...readTemplates(answer.body))
    after = nextPage(answer.body)
    if (after === undefined) break
  }
  return found
}

function nextPage(body: object): string | undefined {
  const { paging } = body as { paging?: { next?: unknown; cursors?: { after?: unknown } } }
  const after = paging?.cursors?.after
  return paging?.next !== undefined && typeof after === 'string' && after !== '' ? after : undefined
}

async function keepAll(tx: Tx, found: readonly TemplateNews[], about: { wabaId: string; at: Date }): Promise<void> {
  const submitted = await tx.db
    .selectFrom('templates.submission')
    .innerJoin('templates.template', (join) =>
      join
        .onRef('templates.template.tenantId', '=', 'templates.submission.tenantId')
        .onRef('templates.template.id', '=', 'templates.submission.templateId'),
    )
    .select(['templates.template.name', 'templates.submission.language', 'templates.submission.status'])
    .where('templates.submission.tenantId', '=', tx.tenantId)
    .where('templates.submission.wabaId', '=', about.wabaId)
    .execute()
  for (const { name, language, status } of submitted) {
    const news = found.find((one) => one.name === name && one.language === language)
    if (news) await noteNews(tx, { ...news, ...about })
    // What never arrived there can't have gone from there.
    else if (status !== 'submitting' && status !== 'failed')
      await noteNews(tx, { name, language, status: 'gone', reason: null, ...about })
  }
}
