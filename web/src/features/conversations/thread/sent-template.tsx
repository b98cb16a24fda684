import { ExternalLink, Phone, Reply } from 'lucide-react'
import type { Message } from '../../../lib/api-types.ts'
import { readPath } from '../read-path.ts'
import { LinkedText } from './linked-text.tsx'

const icons: Readonly<Record<string, typeof Reply>> = { quick_reply: Reply, url: ExternalLink, phone: Phone }

/** A template with all that the customer sees of it. */
export function SentTemplate({ message }: { message: Pick<Message, 'text' | 'details'> }) {
  const header = readPath(message.details, 'header')
  const footer = readPath(message.details, 'footer')
  return (
    <>
      {header && <span className="block font-semibold wrap-anywhere">{header}</span>}
      <span dir="auto" className="block whitespace-pre-wrap wrap-anywhere">
        <LinkedText text={message.text ?? 'A template'} />
      </span>
      {footer && <span className="block pt-0.5 text-xs text-ink-soft wrap-anywhere">{footer}</span>}
      {buttonsIn(message.details).map(({ kind, text }) => {
        const Icon = icons[kind] ?? Reply
        return (
          <span
            key={`${kind} ${text}`}
            className="-mx-3 mt-1.5 flex min-h-8 items-center justify-center gap-1.5 border-t border-line px-3 py-1 text-center font-medium text-accent-ink wrap-anywhere"
          >
            <Icon aria-hidden className="size-3.5" /> {text}
          </span>
        )
      })}
    </>
  )
}

function buttonsIn(details: object | null): { kind: string; text: string }[] {
  const buttons: unknown = details && 'buttons' in details ? details.buttons : []
  if (!Array.isArray(buttons)) return []
  return buttons.flatMap((button: unknown) => {
    const text = readPath(button, 'text')
    return text ? [{ kind: readPath(button, 'kind') ?? '', text }] : []
  })
}
