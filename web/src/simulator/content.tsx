import { Ban, CircleUser, CornerUpLeft, FileText, ImageIcon, type LucideIcon, MapPin, Mic, Video } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PhoneMessage } from './phone-types.ts'
import { kindName } from './preview.ts'
import { listIn, objectIn, textIn } from './read-json.ts'

/** What a message says or carries. Files are drawn as what they are; the simulator has none to open. */
export function Content({ message }: { message: PhoneMessage }) {
  const { type, text, content } = message
  if (message.revoked) return <Gone isOwn={message.side === 'customer'} />
  switch (type) {
    case 'text':
      return <Words>{text}</Words>
    case 'image':
      return <Picture icon={ImageIcon} name="Photo" caption={text} />
    case 'video':
      return <Picture icon={Video} name="Video" caption={text} />
    case 'audio':
      return <Tile icon={Mic} title="Voice note" detail="0:07" />
    case 'document':
      return <Tile icon={FileText} title={textIn(content, 'filename') ?? 'Document'} detail={text ?? 'Document'} />
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
      return <Words>{templateText(content)}</Words>
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

function Picture({ icon: Icon, name, caption }: { icon: LucideIcon; name: string; caption: string | null }) {
  return (
    <figure className="w-56 max-w-full">
      <span
        role="img"
        aria-label={name}
        className="-mx-1.5 my-0.5 flex h-36 items-center justify-center rounded-md bg-sunken text-ink-soft"
      >
        <Icon aria-hidden className="size-8" strokeWidth={1.5} />
      </span>
      {caption && (
        <figcaption>
          <Words>{caption}</Words>
        </figcaption>
      )}
    </figure>
  )
}

function Tile({ icon: Icon, title, detail }: { icon: LucideIcon; title: string; detail: string }) {
  return (
    <div className="flex min-w-48 items-center gap-3 py-1">
      <span className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-wash text-accent-ink">
        <Icon aria-hidden className="size-5" />
      </span>
      <span className="min-w-0">
        <span className="block truncate text-sm font-medium">{title}</span>
        <span className="figures block truncate text-xs text-ink-soft">{detail}</span>
      </span>
    </div>
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

/** The approved wording lives at Meta; here its name and what was filled in. */
function templateText(content: unknown): string {
  const values = listIn(content, 'components').flatMap((component) =>
    listIn(component, 'parameters').map((parameter) => textIn(parameter, 'text')),
  )
  return [`Template “${textIn(content, 'name') ?? '?'}”`, ...values.filter(Boolean)].join('\n')
}
