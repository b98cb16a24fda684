import { newId } from '#lib/id'
import { enqueue } from '#lib/jobs/job'
import { storableText } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { type FileKind, type FileReason, plainName } from './file.ts'
import { fetchJob } from './job-names.ts'

const day = 24 * 3_600_000
/** Days for which WhatsApp hands out what a customer sent. */
const handedOutForDays = 7

export interface Expected {
  readonly channelId: string
  readonly kind: FileKind
  /** What the provider says of the file: its id, type, name and hash. */
  readonly content: Readonly<Record<string, unknown>>
  /** When it was sent: its time runs from then. */
  readonly sentAt: Date
}

/**
 * Notes a file that came with a customer's message and sets off to fetch it, in the transaction that takes the message in.
 * Answers its id. What the provider could not load itself, or names no id for, is noted as such.
 */
export async function expectFile(tx: Tx, { channelId, kind, content, sentAt }: Expected): Promise<string> {
  permit(tx, 'media.record')

  const id = newId()
  const providerId = textOf(content.id, 512)
  const reason = whyNot(content, providerId)
  await tx.db
    .insertInto('media.file')
    .values({
      id,
      source: 'customer',
      kind,
      state: reason ? 'refused' : 'pending',
      reason: reason && JSON.stringify(reason),
      name: typeof content.filename === 'string' ? plainName(content.filename) : null,
      declaredType: textOf(content.mime_type, 255),
      channelId,
      providerId,
      expectedSha256: textOf(content.sha256, 200),
      fetchUntil: new Date(Math.min(sentAt.getTime(), tx.now.getTime()) + handedOutForDays * day),
      dueAt: reason ? null : tx.now,
      createdAt: tx.now,
      settledAt: reason ? tx.now : null,
    })
    .execute()
  if (!reason) await enqueue(tx, fetchJob, { fileId: id })
  return id
}

function whyNot(content: Expected['content'], providerId: string | null): FileReason | null {
  const hasErrors = Array.isArray(content.errors) && content.errors.length > 0
  if (hasErrors)
    return {
      code: 'provider_could_not_load',
      message: 'WhatsApp could not load this file. Ask the customer to send it again.',
    }
  if (providerId === null) return { code: 'no_file_named', message: 'WhatsApp did not say which file this is.' }
  return null
}

function textOf(value: unknown, most: number): string | null {
  return typeof value === 'string' && value !== '' && value.length <= most ? storableText(value) : null
}
