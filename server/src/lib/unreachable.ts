/** forbidden: leads inside, or is no web address. never_sent: no connection came about. The rest: nobody knows what became of it. */
export type UnreachableWhy = 'forbidden' | 'never_sent' | 'timed_out' | 'too_large' | 'broken'

/** A call that brought no answer. */
export class Unreachable extends Error {
  readonly why: UnreachableWhy

  constructor(why: UnreachableWhy, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Unreachable'
    this.why = why
  }

  /** True when not a byte of the request can have arrived. */
  get isCertainlyNotSent(): boolean {
    return this.why === 'forbidden' || this.why === 'never_sent'
  }
}

// Failures before a connection stands: the name has no address, nobody listens, no way leads there, the certificate is wrong.
const beforeConnection = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENODATA',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]

/** Puts a word on what the network threw. */
export function whyUnreachable(error: unknown): Unreachable {
  if (error instanceof Unreachable) return error
  const { code, name, message, errors } = error as Error & { code?: string; errors?: unknown[] }
  // Several addresses were tried: it never stood when none of them did.
  const [inner] = errors ?? []
  if (inner instanceof Unreachable) return inner
  if (name === 'TimeoutError' || name === 'AbortError')
    return new Unreachable('timed_out', 'no answer in time', { cause: error })
  if (code && beforeConnection.includes(code)) return new Unreachable('never_sent', message || code, { cause: error })
  return new Unreachable('broken', message || code || 'the connection broke', { cause: error })
}
