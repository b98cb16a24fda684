import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { clockTime, exactTime } from '../lib/when.ts'
import { cx } from '../ui/cx.ts'
import { Copy } from './copy.tsx'
import type { Attempt, Webhook } from './phone-types.ts'

/** One webhook: what it was about and how it was answered; opened, its body, signature and every attempt. */
export function WebhookRow({ webhook }: { webhook: Webhook }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex items-center gap-2 px-4 py-2.5 hover:bg-sunken focus-visible:-outline-offset-2">
        <ChevronRight
          aria-hidden
          className={cx('size-4 shrink-0 text-ink-soft transition-transform', isOpen && 'rotate-90')}
        />
        <span className="min-w-0 flex-1 truncate text-sm">{webhook.about}</span>
        <Answer webhook={webhook} />
        <time dateTime={webhook.createdAt} title={exactTime(webhook.createdAt)} className="text-xs text-ink-soft">
          {clockTime(webhook.createdAt)}
        </time>
      </summary>
      {isOpen && <Inside webhook={webhook} />}
    </details>
  )
}

function Answer({ webhook: { status, attempts, delivered, finished } }: { webhook: Webhook }) {
  const colour = delivered ? 'bg-green-wash text-green' : attempts.length > 0 ? 'bg-red-wash text-red' : 'bg-sunken'
  const words = attempts.length === 0 ? 'under way' : status || 'no answer'
  return (
    <span className={cx('figures shrink-0 rounded-sm px-1.5 text-xs leading-5 font-medium', colour)}>
      <span className="sr-only">Answer: </span>
      {words}
      {attempts.length > 1 && ` · ${attempts.length} tries`}
      {finished && !delivered && ' · given up'}
    </span>
  )
}

function Inside({ webhook }: { webhook: Webhook }) {
  const { body, signature, attempts } = webhook
  return (
    <div className="flex flex-col gap-3 px-4 pt-1 pb-4 pl-10">
      <div className="text-xs">
        <p className="font-medium">Signature</p>
        <p className="font-mono wrap-anywhere text-ink-soft">{signature ?? 'none'}</p>
      </div>
      <div className="text-xs">
        <p className="font-medium">Attempts</p>
        <ol className="figures text-ink-soft">
          {attempts.map((attempt) => (
            <li key={attempt.number}>{sentenceFor(attempt)}</li>
          ))}
        </ol>
      </div>
      <div className="text-xs">
        <div className="flex items-center justify-between pb-1">
          <p className="font-medium">Body</p>
          <Copy text={body} label="Copy exact body" />
        </div>
        <pre className="rounded-md bg-sunken p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
          {pretty(body)}
        </pre>
      </div>
    </div>
  )
}

function sentenceFor({ number, status, body, at, milliseconds }: Attempt): string {
  const answer = status === 0 ? `no answer (${body})` : `${status} after ${milliseconds} ms`
  return `${number}. ${clockTime(at)} · ${answer}`
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
