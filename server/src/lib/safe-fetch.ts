import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { Agent, type Dispatcher, request } from 'undici'
import { isPublicAddress, literalAddress } from '#lib/public-address'
import { Unreachable, whyUnreachable } from '#lib/unreachable'

export interface FetchWish {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Readable
  /** Milliseconds for everything together: names, connections, redirects, the last byte. */
  readonly timeout: number
  /** More bytes than this end the call. */
  readonly maxBytes: number
  /** How many redirects a GET follows; a POST follows none. Left out: none, the redirect itself is the answer. */
  readonly redirects?: number
  /** Takes the body of a 200 piece by piece, in place of keeping it in memory. */
  readonly take?: (pieces: AsyncIterable<Buffer>) => Promise<void>
  /** Let plain http pass. For what users enter it stays shut. */
  readonly plainHttp?: boolean
  /** URLs of servers the operator vouches for: whatever lies at their origin may be local and plain. */
  readonly allowedOrigins?: readonly string[]
}

export interface FetchAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
  /** Where the answer came from, after redirects. */
  readonly url: string
}

export type SafeFetch = (url: string, wish: FetchWish) => Promise<FetchAnswer>

/** Fetches a URL a user or a provider gave us, without letting it lead inside. Rejects with `Unreachable` only. */
export const safeFetch: SafeFetch = safeFetcher()

/** Makes a fetcher that resolves names with the given function. */
export function safeFetcher(lookup: typeof systemLookup = systemLookup): SafeFetch {
  const guarded = new Agent({ connect: { lookup: publicOnly(lookup), timeout: 10_000 } })
  const trusting = new Agent({ connect: { timeout: 10_000 } })

  return async (address, wish) => {
    const signal = AbortSignal.timeout(wish.timeout)
    let url = parse(address)
    let headers = wish.headers ?? {}
    for (let redirects = wish.method === 'POST' ? 0 : (wish.redirects ?? 0); ; redirects--) {
      const dispatcher = isAllowed(url, wish) ? trusting : guarded
      if (dispatcher === guarded) refuseInside(url, wish)
      const answer = await call(url, { ...wish, headers }, dispatcher, signal)
      const next = redirectOf(answer, url)
      if (!next || redirects === 0) return answer
      if (next.origin !== url.origin) headers = withoutCredentials(headers)
      url = next
    }
  }
}

/**
 * The addresses are checked where the connection is made, so what was checked is what is connected to: a name that answers
 * otherwise a moment later gains nothing.
 */
function publicOnly(lookup: typeof systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = (found ?? []) as unknown as LookupAddress[]
      if (error) return callback(error, '')
      const inside = addresses.find(({ address }) => !isPublicAddress(address))
      if (inside) return callback(new Unreachable('forbidden', `${hostname} leads to ${inside.address}`), '')
      if (options.all) return callback(null, addresses)
      return callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
    })
  }
}

function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url) throw new Unreachable('forbidden', 'this is no URL')
  return url
}

function isAllowed(url: URL, { allowedOrigins = [] }: FetchWish): boolean {
  return allowedOrigins.some((allowed) => URL.canParse(allowed) && new URL(allowed).origin === url.origin)
}

function refuseInside(url: URL, { plainHttp }: FetchWish): void {
  const isRightScheme = url.protocol === 'https:' || (plainHttp === true && url.protocol === 'http:')
  if (!isRightScheme) throw new Unreachable('forbidden', `${url.protocol} is not allowed`)
  if (url.username || url.password) throw new Unreachable('forbidden', 'credentials do not belong into a URL')
  // The URL parser has already turned 0x7f.1 and 2130706433 into 127.0.0.1; net.connect asks no lookup about literals.
  const literal = literalAddress(url)
  if (literal && !isPublicAddress(literal)) throw new Unreachable('forbidden', `${literal} is not public`)
}

async function call(url: URL, wish: FetchWish, dispatcher: Dispatcher, signal: AbortSignal): Promise<FetchAnswer> {
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher,
      signal,
      method: wish.method ?? 'GET',
      headers: { ...wish.headers },
      body: wish.body ?? null,
    })
    const pieces = upTo(wish.maxBytes, body)
    const answer = { status: statusCode, headers, url: url.href }
    if (statusCode !== 200 || !wish.take) return { ...answer, body: Buffer.concat(await Array.fromAsync(pieces)) }
    await wish.take(pieces)
    return { ...answer, body: Buffer.alloc(0) }
  } catch (error) {
    throw whyUnreachable(error)
  }
}

/** Leaving the loop destroys the stream and with it the connection. */
async function* upTo(most: number, stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most) throw new Unreachable('too_large', `more than ${most} bytes`)
    yield chunk
  }
}

function redirectOf({ status, headers }: FetchAnswer, from: URL): URL | undefined {
  const isRedirect = [301, 302, 303, 307, 308].includes(status)
  if (!isRedirect || typeof headers.location !== 'string' || !URL.canParse(headers.location, from.href))
    return undefined
  return new URL(headers.location, from)
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  const secret = /^(authorization|proxy-authorization|cookie|x-.*(key|token|secret|signature).*)$/i
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !secret.test(name)))
}
