import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#lib/tx'
import { usualHours } from './automation.ts'

/** The moment at which automation goes on, counted from now by the workspace's rule; null when it waits for a person to say so. */
export function resumesAt(tx: Tx): RawBuilder<Date | null> {
  return sql<Date | null>`(
    select ${tx.now}::timestamptz + make_interval(hours => case when setting.tenant_id is null then ${usualHours}::int
      else setting.automation_resumes_after end)
    from (values (${tx.tenantId}::uuid)) as workspace (tenant_id)
    left join conversations.setting on setting.tenant_id = workspace.tenant_id)`
}
