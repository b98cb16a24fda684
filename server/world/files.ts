import { sql } from 'kysely'
import type { InboundMessage } from '#channels'
import { upload } from '#media'
import type { Inbox } from './inbox.ts'

/** A customer's message with a file is taken in. Answers the file's id. */
export async function messageWithFile(desk: Inbox, message: Partial<InboundMessage>): Promise<string> {
  await desk.hear(desk.ana.phone, message)
  const { rows } = await desk.asSystem((tx) =>
    sql<{ id: string }>`
      select id from media.file where tenant_id = ${tx.tenantId} order by id desc limit 1`.execute(tx.db),
  )
  return rows[0]?.id ?? ''
}

/** Staff uploads a text. Answers the file's id. */
export async function uploadedFile({ context, salon }: Inbox, name: string, text: string): Promise<string> {
  const bytes = (async function* () {
    yield Buffer.from(text)
  })()
  const uploaded = await upload(context, salon.staff, { bytes, name, type: 'text/plain' })
  await salon.as(salon.staff, (tx) => uploaded.record(tx))
  return uploaded.id
}
