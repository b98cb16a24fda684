import { Forward, Megaphone, Package } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Message } from '../../../lib/api-types.ts'
import { readPath } from '../read-path.ts'
import { QuoteOf, shortWords } from './quote-of.tsx'

/** What a message stands in: the one it answers, the advertisement it came from, that it was passed on. */
export function Surroundings({ message }: { message: Message }) {
  const { details } = message
  if (message.revokedAt) return null
  const isPassedOn = readPath(details, 'context.forwarded') === 'true'
  const isPassedOnOften = readPath(details, 'context.frequently_forwarded') === 'true'
  const product = readPath(details, 'context.referred_product.product_retailer_id')
  return (
    <>
      {details && 'referral' in details && <FromAdvertisement referral={details.referral} />}
      {(isPassedOn || isPassedOnOften) && (
        <Line icon={<Forward aria-hidden className="size-3.5" />}>
          {isPassedOnOften ? 'Forwarded many times' : 'Forwarded'}
        </Line>
      )}
      {product && <Line icon={<Package aria-hidden className="size-3.5" />}>About the product {product}</Line>}
      <Quote message={message} />
    </>
  )
}

function FromAdvertisement({ referral }: { referral: unknown }) {
  const headline = readPath(referral, 'headline') ?? readPath(referral, 'body')
  const isPost = readPath(referral, 'source_type') === 'post'
  return (
    <Line icon={<Megaphone aria-hidden className="size-3.5" />}>
      {isPost ? 'Came from a post' : 'Came from an ad'}
      {headline && `: ${headline}`}
    </Line>
  )
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="mb-0.5 flex items-center gap-1 text-xs text-ink-soft">
      {icon}
      <span className="min-w-0 break-words">{children}</span>
    </span>
  )
}

/** What it answers, in short; that there is something, where we do not know it. */
function Quote({ message }: { message: Message }) {
  const { quote, details } = message
  if (!quote && !readPath(details, 'context.id')) return null
  return (
    <QuoteOf direction={quote?.direction ?? null} words={quote ? shortWords(quote) : 'a message that is not here'} />
  )
}
