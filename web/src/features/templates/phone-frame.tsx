import { ExternalLink, Phone, Reply } from 'lucide-react'
import type { TemplatePreview } from '../../lib/api-types.ts'

const icons = { quick_reply: Reply, url: ExternalLink, phone: Phone }

/** A message as it looks on the customer's phone. */
export function PhoneFrame({ words }: { words: TemplatePreview['whatsapp'] }) {
  return (
    <figure
      aria-label="On the phone"
      className="mx-auto w-full max-w-80 rounded-[2rem] border-4 border-line-strong bg-canvas px-3 pt-8 pb-10"
    >
      {words ? (
        <div className="overflow-hidden rounded-lg rounded-tl-sm border border-line bg-bubble-customer text-sm">
          <div className="px-3 py-2 wrap-anywhere">
            {words.header && <p className="mb-1 font-semibold">{words.header}</p>}
            <p dir="auto" className="whitespace-pre-wrap">
              {words.body}
            </p>
            {words.footer && <p className="mt-1 text-xs text-ink-soft">{words.footer}</p>}
          </div>
          {words.buttons.map((button) => {
            const Icon = icons[button.kind]
            return (
              <p
                key={`${button.kind} ${button.text}`}
                className="flex min-h-9 items-center justify-center gap-1.5 border-t border-line px-3 font-medium text-accent-ink"
              >
                <Icon aria-hidden className="size-3.5" /> {button.text}
              </p>
            )
          })}
        </div>
      ) : (
        <p className="py-8 text-center text-sm text-ink-soft">Nothing to show yet.</p>
      )}
    </figure>
  )
}

/** A mail as it looks in the customer's mail program. What is in it can run nothing and load nothing. */
export function MailFrame({ mail }: { mail: TemplatePreview['email'] }) {
  return (
    <figure
      aria-label="In the mail program"
      className="overflow-hidden rounded-lg border border-line-strong bg-surface"
    >
      <figcaption className="border-b border-line px-4 py-3 font-semibold wrap-anywhere">
        {mail?.subject ?? '…'}
      </figcaption>
      <iframe title="The mail" sandbox="" srcDoc={bare(mail?.html ?? '')} className="h-80 w-full bg-[white]" />
    </figure>
  )
}

/** This page lets nothing bring styles of its own; the mail program will. */
function bare(html: string): string {
  return html.replace(/ style="[^"]*"/g, '')
}
