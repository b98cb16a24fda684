import { X } from 'lucide-react'
import { IconButton } from '../../../ui/button.tsx'
import { QuoteOf, shortWords } from '../thread/quote-of.tsx'
import { useQuote, useQuoted } from './answering.tsx'

/** The message the reply will quote, and the way to quote none. */
export function Answered() {
  const quoted = useQuoted()
  const quote = useQuote()
  if (!quoted) return null
  return (
    <div className="mx-auto flex max-w-200 items-center gap-1 px-4 pb-1.5">
      <div className="min-w-0 flex-1">
        <QuoteOf direction={quoted.direction} words={shortWords(quoted)} />
      </div>
      <IconButton label="Quote nothing" onClick={() => quote(null)}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
