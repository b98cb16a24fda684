import type { Message } from '../../../lib/api-types.ts'
import { FileView } from '../media/file-view.tsx'
import { messageWords } from '../message-words.ts'
import { readPath } from '../read-path.ts'
import { LinkedText } from './linked-text.tsx'
import { Offer, offerIn } from './offer.tsx'
import { SentTemplate } from './sent-template.tsx'

export type Said = Pick<Message, 'kind' | 'text' | 'details' | 'revokedAt'> & Partial<Pick<Message, 'media'>>

/** What a message says: its text, what it offers, or what it is with what is known of it and its caption. */
export function MessageBody({ message }: { message: Said }) {
  const offer = message.revokedAt ? undefined : offerIn(message.kind, message.details)
  if (offer) return <Offer offer={offer} />

  if (message.kind === 'template' && !message.revokedAt) return <SentTemplate message={message} />

  const words = messageWords(message)
  const Icon = words?.icon
  const file = message.revokedAt ? null : message.media
  const text = message.text === words?.title || message.text === words?.more ? null : message.text
  const map = message.kind === 'location' && !message.revokedAt ? mapOf(message.details) : null
  return (
    <>
      {file && <FileView file={file} isVoice={isVoice(message)} caption={message.text} />}
      {words && Icon && !file && (
        <span className="flex items-center gap-2.5 py-0.5">
          <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
            <Icon aria-hidden className="size-4.5" />
          </span>
          <span className="min-w-0">
            <span className="block font-medium">{words.title}</span>
            {words.more && (
              <span className="block whitespace-pre-line break-words text-xs text-ink-soft">{words.more}</span>
            )}
            {map && (
              <a href={map} target="_blank" rel="noreferrer" className="text-xs text-accent-ink underline">
                Open the map
              </a>
            )}
          </span>
        </span>
      )}
      {text && (
        <span dir="auto" className="block whitespace-pre-wrap break-words [overflow-wrap:anywhere]">
          <LinkedText text={text} />
        </span>
      )}
    </>
  )
}

const isVoice = ({ details }: Said) => readPath(details, 'voice') === 'true'

function mapOf(details: object | null): string | null {
  const [latitude, longitude] = [Number(readPath(details, 'latitude')), Number(readPath(details, 'longitude'))]
  if (!readPath(details, 'latitude') || !Number.isFinite(latitude) || !Number.isFinite(longitude)) return null
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
}
