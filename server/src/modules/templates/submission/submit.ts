import { sql } from 'kysely'
import { templateAccounts } from '#channels'
import { announceEach } from '#lib/facts/announce'
import { enqueue } from '#lib/jobs/job'
import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { lockTemplate, versionsOf } from '../queries.ts'
import { NoSuchVersion, NothingToSubmit } from '../refusals.ts'
import type { Version } from '../template.ts'
import { refuseWrong } from '../write-versions.ts'
import { submitJob } from './job-names.ts'
import { inSeconds } from './note-news.ts'

export interface SubmitWish {
  readonly languages?: readonly string[] | undefined
  readonly channelId?: string | undefined
}

/**
 * Gives a template as it reads now to WhatsApp, to every account of the workspace's numbers; a job carries it there. Refuses
 * what WhatsApp would refuse anyway, and where no number is connected.
 */
export async function submitTemplate(tx: Tx, id: string, { languages, channelId }: SubmitWish): Promise<void> {
  permit(tx, 'templates.submit')
  const template = await lockTemplate(tx, id)
  const all = ((await versionsOf(tx, [id])).get(id) ?? []).filter(({ whatsapp }) => whatsapp !== null)
  const versions = languages ? all.filter(({ language }) => languages.includes(language)) : all
  if (versions.length === 0) throw new NoSuchVersion('WhatsApp')
  const missing = languages?.find((language) => !versions.some((version) => version.language === language))
  if (missing !== undefined) throw noSuchLanguage(missing)
  refuseWrong(template, versions)

  const accounts = (await templateAccounts(tx)).filter((one) => channelId === undefined || one.channelId === channelId)
  if (accounts.length === 0) throw new NothingToSubmit()
  const given = accounts.flatMap((account) => versions.map((version) => ({ ...account, version })))
  await writeDown(tx, id, template.variables, given)
  for (const { wabaId } of accounts) await enqueue(tx, submitJob, { templateId: id, wabaId })
  await announceEach(
    tx,
    'templates.submitted',
    given.map(({ wabaId, version: { language } }) => ({
      subjectId: id,
      details: { name: template.name, language, wabaId },
    })),
  )
}

async function writeDown(
  tx: Tx,
  templateId: string,
  variables: object,
  given: readonly { wabaId: string; channelId: string; version: Version }[],
): Promise<void> {
  await tx.db
    .insertInto('templates.submission')
    .values(
      given.map(({ wabaId, channelId, version: { language, whatsapp } }) => ({
        ...{ templateId, language, wabaId, channelId, status: 'submitting', reason: null },
        ...{ whatsapp: JSON.stringify(whatsapp), variables: JSON.stringify(variables) },
        ...{ submittedAt: tx.now, reportedAt: inSeconds(tx.now) },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'templateId', 'language', 'wabaId']).doUpdateSet({
        channelId: sql`excluded.channel_id`,
        status: sql`excluded.status`,
        reason: null,
        whatsapp: sql`excluded.whatsapp`,
        variables: sql`excluded.variables`,
        submittedAt: sql`excluded.submitted_at`,
        reportedAt: sql`excluded.reported_at`,
      }),
    )
    .execute()
}

function noSuchLanguage(language: string): InvalidInput {
  const message = `This template has no words for WhatsApp in “${language}”.`
  return new InvalidInput([{ path: 'languages', code: 'no_such_language', message }], message)
}
