import { sql } from 'kysely'
import { z } from 'zod'
import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { usualHours } from './automation.ts'

export const InboxSettings = z
  .object({
    automationResumesAfterHours: z
      .number()
      .int('Whole hours.')
      .min(1, 'At least one hour.')
      .max(720, 'At most 720 hours, which are 30 days.')
      .nullable()
      .describe('Hours without a reply of staff after which automation goes on; null: never by itself.'),
  })
  .meta({ id: 'InboxSettings' })
export type InboxSettings = z.output<typeof InboxSettings>

/** What the workspace decided about its inbox, or what is usual. */
export async function getSettings(tx: Tx): Promise<InboxSettings> {
  permit(tx, 'conversations.read')
  const row = await tx.db
    .selectFrom('conversations.setting')
    .select('automationResumesAfter')
    .where('tenantId', '=', tx.tenantId)
    .executeTakeFirst()
  return { automationResumesAfterHours: row ? row.automationResumesAfter : usualHours }
}

/** Decides it anew. What is paused already keeps its time; the next reply counts by the new rule. */
export async function changeSettings(tx: Tx, { automationResumesAfterHours: to }: InboxSettings): Promise<void> {
  permit(tx, 'conversations.change-settings')
  const { automationResumesAfterHours: from } = await getSettings(tx)
  if (from === to) return
  await sql`
    insert into conversations.setting (tenant_id, automation_resumes_after) values (${tx.tenantId}, ${to})
    on conflict (tenant_id) do update set automation_resumes_after = excluded.automation_resumes_after`.execute(tx.db)
  await announce(tx, 'conversations.settings_changed', {
    subjectId: tx.tenantId,
    details: { automationResumesAfterHours: { from, to } },
  })
}
