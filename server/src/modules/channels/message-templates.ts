import { sql } from 'kysely'
import type { Context } from '#lib/context'
import type { Tx } from '#lib/tx'
import { openForSending } from './open-for-sending.ts'
import { callGraph } from './providers/whatsapp-cloud/call-graph.ts'
import type { GraphVerdict } from './providers/whatsapp-cloud/judge.ts'

/** A WhatsApp Business account, and the connected number through which it is asked. */
export interface TemplateAccount {
  readonly wabaId: string
  readonly channelId: string
}

/** An account that can be asked now. Holds a secret: never log or keep it. */
export interface OpenedAccount extends TemplateAccount {
  readonly sender: Parameters<typeof callGraph>[1]
}

/** The accounts behind the workspace's connected numbers, each once. */
export async function templateAccounts(tx: Tx): Promise<TemplateAccount[]> {
  const { rows } = await sql<TemplateAccount>`
    select distinct on (settings ->> 'wabaId') settings ->> 'wabaId' as waba_id, id as channel_id
    from channels.channel
    where tenant_id = ${tx.tenantId} and kind = 'whatsapp_cloud' and removed_at is null and status = 'connected'
    order by settings ->> 'wabaId', created_at`.execute(tx.db)
  return rows
}

/** The account of a number of WhatsApp's; undefined for any other channel. */
export async function templateAccountOf(tx: Tx, channelId: string): Promise<string | undefined> {
  const { rows } = await sql<{ wabaId: string }>`
    select settings ->> 'wabaId' as waba_id from channels.channel
    where tenant_id = ${tx.tenantId} and id = ${channelId} and kind = 'whatsapp_cloud' and removed_at is null`.execute(
    tx.db,
  )
  return rows[0]?.wabaId
}

/** What it takes to ask an account; undefined while its number can't be used. */
export async function openTemplateAccount(
  tx: Tx,
  context: Context,
  account: TemplateAccount,
): Promise<OpenedAccount | undefined> {
  if ((await templateAccountOf(tx, account.channelId)) !== account.wabaId) return undefined
  const opened = await openForSending(tx, context, account.channelId)
  return opened.ready ? { ...account, sender: opened.channel as OpenedAccount['sender'] } : undefined
}

/** The account's templates, a page at a time; of one name, where one is named. */
export function askTemplates(
  context: Context,
  { wabaId, sender }: OpenedAccount,
  { name, after }: { name?: string; after?: string } = {},
): Promise<GraphVerdict> {
  const fields = 'id,name,language,status,category,quality_score,rejected_reason'
  const query = new URLSearchParams({ fields, limit: '100', ...(name ? { name } : {}), ...(after ? { after } : {}) })
  return callGraph(context, sender, { method: 'GET', path: `${wabaId}/message_templates?${query}` })
}

/** Gives a template to the account: as a new one, or in place of the one with this id. */
export function giveTemplate(
  context: Context,
  { wabaId, sender }: OpenedAccount,
  { id, body }: { id: string | undefined; body: object },
): Promise<GraphVerdict> {
  return callGraph(context, sender, { method: 'POST', path: id ?? `${wabaId}/message_templates`, body })
}
