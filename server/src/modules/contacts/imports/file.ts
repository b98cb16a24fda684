import type { Context } from '#lib/context'
import type { Tx } from '#lib/tx'
import { keptFor } from './import.ts'
import { FileGone } from './refusals.ts'

/** Keeps what was uploaded, sealed to this workspace and this import, until its time is over. */
export async function keepFile(tx: Tx, { sealer }: Context, importId: string, bytes: Buffer): Promise<void> {
  const content = sealer.seal(bytes.toString('base64'), purposeOf(tx, importId))
  const removeAt = new Date(tx.now.getTime() + keptFor)
  await tx.db.insertInto('contacts.importFile').values({ importId, content, removeAt }).execute()
}

/** What was uploaded, or `file_gone`. */
export async function openFile(tx: Tx, { sealer }: Context, importId: string): Promise<Buffer> {
  const file = await tx.db
    .selectFrom('contacts.importFile')
    .select('content')
    .where('tenantId', '=', tx.tenantId)
    .where('importId', '=', importId)
    .executeTakeFirst()
  if (!file) throw new FileGone()
  return Buffer.from(sealer.open<string>(file.content, purposeOf(tx, importId)), 'base64')
}

export async function removeFile(tx: Tx, importId: string): Promise<void> {
  await tx.db
    .deleteFrom('contacts.importFile')
    .where('tenantId', '=', tx.tenantId)
    .where('importId', '=', importId)
    .execute()
}

function purposeOf({ tenantId }: Tx, importId: string): string {
  return `contacts.import ${tenantId} ${importId}`
}
