import { ExternalLink, List, MapPin, Reply } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Interactive } from '../../../lib/api-types.ts'
import { readPath } from '../read-path.ts'
import { LinkedText } from './linked-text.tsx'

const offered = ['button', 'list', 'cta_url', 'location_request_message']

/** The offer in an interactive message: buttons, a list, a page, a request for a place. Undefined where there is none. */
export function offerIn(kind: string, details: object | null): Interactive | undefined {
  const type = readPath(details, 'type')
  if (kind !== 'interactive' || !type || !offered.includes(type) || !readPath(details, 'body.text')) return undefined
  return details as Interactive
}

/** What a customer is offered to choose from, as it stands on their phone. */
export function Offer({ offer }: { offer: Interactive }) {
  const heading = readPath(offer, 'header.text')
  const smallPrint = readPath(offer, 'footer.text')
  return (
    <>
      {heading && <span className="block font-semibold wrap-anywhere">{heading}</span>}
      <span dir="auto" className="block whitespace-pre-wrap wrap-anywhere">
        <LinkedText text={offer.body.text} />
      </span>
      {smallPrint && <span className="block pt-0.5 text-xs text-ink-soft wrap-anywhere">{smallPrint}</span>}
      <Choices offer={offer} />
    </>
  )
}

function Choices({ offer }: { offer: Interactive }) {
  switch (offer.type) {
    case 'button':
      return (
        <Rows label="Buttons">
          {offer.action.buttons?.map(({ reply }) => (
            <Row key={reply.id} icon={<Reply aria-hidden className="size-3.5" />}>
              {reply.title}
            </Row>
          ))}
        </Rows>
      )
    case 'list':
      return <Listed action={offer.action} />
    case 'cta_url':
      return (
        <Rows label="Button">
          <Row icon={<ExternalLink aria-hidden className="size-3.5" />}>
            <a
              href={safe(offer.action.parameters?.url)}
              target="_blank"
              rel="noreferrer nofollow"
              title={offer.action.parameters?.url}
              className="hover:underline"
            >
              {offer.action.parameters?.display_text}
            </a>
          </Row>
        </Rows>
      )
    case 'location_request_message':
      return (
        <Rows label="Button">
          <Row icon={<MapPin aria-hidden className="size-3.5" />}>Send location</Row>
        </Rows>
      )
    default: {
      const never: never = offer
      return never
    }
  }
}

function Listed({ action }: { action: Extract<Interactive, { type: 'list' }>['action'] }) {
  return (
    <>
      <Rows label="List">
        <Row icon={<List aria-hidden className="size-3.5" />}>{action.button}</Row>
      </Rows>
      {action.sections?.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections of a sent message never move
        <span key={at} className="mt-1 block rounded-md bg-sunken/70 px-2.5 py-1.5">
          {section.title && <span className="block text-xs font-medium text-ink-soft">{section.title}</span>}
          {section.rows?.map(({ id, title, description }) => (
            <span key={id} className="block py-0.5 wrap-anywhere">
              {title}
              {description && <span className="block text-xs text-ink-soft">{description}</span>}
            </span>
          ))}
        </span>
      ))}
    </>
  )
}

function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a message's parts, not fields of a form
    <span role="group" aria-label={label} className="-mx-3 mt-1.5 block">
      {children}
    </span>
  )
}

function Row({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex min-h-8 items-center justify-center gap-1.5 border-t border-line px-3 py-1 text-center font-medium text-accent-ink wrap-anywhere">
      {icon}
      {children}
    </span>
  )
}

/** Only what opens a page; anything else stays words. */
function safe(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined
}
