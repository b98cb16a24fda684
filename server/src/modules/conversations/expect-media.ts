import type { ChannelRef, InboundMessage } from '#channels'
import type { Tx } from '#lib/tx'
import { expectFile, type FileKind, fileKinds } from '#media'

/** A message that carries a file gets a reference to it at once; the file itself follows. */
export async function expectMedia(
  tx: Tx,
  channel: ChannelRef,
  messageId: string,
  { kind, details, saidAt }: InboundMessage,
): Promise<void> {
  if (!isFileKind(kind) || details === null) return
  const mediaId = await expectFile(tx, { channelId: channel.id, kind, content: details, sentAt: saidAt })
  await tx.db
    .updateTable('conversations.message')
    .set({ mediaId })
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', messageId)
    .execute()
}

function isFileKind(kind: string): kind is FileKind {
  return (fileKinds as readonly string[]).includes(kind)
}
