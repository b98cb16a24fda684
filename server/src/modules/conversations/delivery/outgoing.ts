import type { OutgoingMessage } from '#channels'
import { addressFields, type Head } from './outbox.ts'

/** A message that leaves next, as the provider takes it. */
export function outgoing(head: Head, attemptId: string, fileAtProvider: string | null): OutgoingMessage {
  const { kind, addressKind, address, answers } = head
  return {
    to: { [addressFields[addressKind]]: address },
    kind,
    content: fileAtProvider === null ? contentOf(head) : { id: fileAtProvider, ...head.details },
    // A reaction says within itself what it is about.
    ...(answers === null || kind === 'reaction' ? {} : { answers }),
    attemptId,
  }
}

function contentOf({ messageId, kind, text, details }: Head): object {
  if (kind === 'text') return { body: text ?? '' }
  if (kind === 'template')
    return { name: details?.name, language: { code: details?.language }, components: details?.components }
  const content = kind === 'contacts' ? details?.contacts : details
  if (typeof content !== 'object' || content === null) throw new Error(`the message ${messageId} has nothing to send`)
  return content
}
