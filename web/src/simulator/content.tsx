import { Ban, CircleUser, CornerUpLeft, MapPin } from 'lucide-react'
import type { ReactNode } from 'react'
import { Film, Paper, Picture, Sound } from './files.tsx'
import type { PhoneMessage } from './phone-types.ts'
import { kindName } from './preview.ts'
import { listIn, objectIn, textIn } from './read-json.ts'
import { Tile } from './tile.tsx'

/** What a message says or carries. */
export function Content({ message }: { message: PhoneMessage }) {
  const { type, text, content } = message
  if (message.revoked) return <Gone isOwn={message.side === 'customer'} />
  switch (type) {
    case 'text':
      return <Words>{text}</Words>
    case 'image':
    case 'sticker':
      return (
        <Captioned text={text}>
          <Picture content={content} alt={type === 'image' ? 'Photo' : 'Sticker'} />
        </Captioned>
      )
    case 'video':
      return (
        <Captioned text={text}>
          <Film content={content} />
        </Captioned>
      )
    case 'audio':
      return <Sound content={content} />
    case 'document':
      return (
        <Captioned text={text}>
          <Paper content={content} />
        </Captioned>
      )
    case 'location':
      return <Tile icon={MapPin} title={textIn(content, 'name') ?? 'Location'} detail={placeOf(content)} />
    case 'contacts':
      return listIn(content, null).map((card, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards of a message never move
        <Tile key={at} icon={CircleUser} title={contactName(card)} detail={reachOf(card)} />
      ))
    case 'interactive':
    case 'button':
      return message.side === 'customer' ? <Tapped>{text}</Tapped> : <Question content={content} />
    case 'template':
      return text ? <SentTemplate text={text} content={content} /> : <Words>{templateText(content)}</Words>
    default:
      return <Words>{text ?? kindName(type)}</Words>
  }
}

function Gone({ isOwn }: { isOwn: boolean }) {
  return (
    <p className="flex items-center gap-1.5 text-sm text-ink-soft italic">
      <Ban aria-hidden className="size-4" /> {isOwn ? 'You deleted this message' : 'This message was deleted'}
    </p>
  )
}

function Words({ children }: { children: ReactNode }) {
  return <p className="text-sm wrap-anywhere whitespace-pre-wrap">{children}</p>
}

function Captioned({ text, children }: { text: string | null; children: ReactNode }) {
  return (
    <figure className="w-60 max-w-full">
      {children}
      {text && (
        <figcaption>
          <Words>{text}</Words>
        </figcaption>
      )}
    </figure>
  )
}

function Tapped({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-1.5 text-sm">
      <CornerUpLeft aria-hidden className="size-4 text-ink-soft" /> {children}
    </p>
  )
}

function Question({ content }: { content: unknown }) {
  const header = textIn(objectIn(content, 'header'), 'text')
  const footer = textIn(objectIn(content, 'footer'), 'text')
  return (
    <>
      {header && <p className="text-sm font-semibold">{header}</p>}
      <Words>{textIn(objectIn(content, 'body'), 'text')}</Words>
      {footer && <p className="pt-0.5 text-xs text-ink-soft">{footer}</p>}
    </>
  )
}

function placeOf(content: unknown): string {
  const { latitude, longitude } = objectIn(content, null)
  return textIn(content, 'address') ?? `${latitude}, ${longitude}`
}

function contactName(card: unknown): string {
  return textIn(objectIn(card, 'name'), 'formatted_name') ?? 'Somebody'
}

function reachOf(card: unknown): string {
  return textIn(listIn(card, 'phones')[0], 'phone') ?? textIn(listIn(card, 'emails')[0], 'email') ?? 'Contact'
}

/** A template as it was approved, filled in. */
function SentTemplate({ text, content }: { text: string; content: unknown }) {
  const header = textIn(content, 'header')
  const footer = textIn(content, 'footer')
  return (
    <>
      {header && <p className="text-sm font-semibold">{header}</p>}
      <Words>{text}</Words>
      {footer && <p className="pt-0.5 text-xs text-ink-soft">{footer}</p>}
    </>
  )
}

/** The approved wording lives at Meta; here its name and what was filled in. */
function templateText(content: unknown): string {
  const values = listIn(content, 'components').flatMap((component) =>
    listIn(component, 'parameters').map((parameter) => textIn(parameter, 'text')),
  )
  return [`Template “${textIn(content, 'name') ?? '?'}”`, ...values.filter(Boolean)].join('\n')
}
