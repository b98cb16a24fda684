const deepest = 6
const mostItems = 50
const longest = 2_000

// By name: what opens something, and what people wrote. Neither is needed to find a bug.
const secretNames =
  /pass(word|phrase|wd)?$|secret|token|cookie|authorization|credential|signature|api_?key|private_?key|recovery|otp|challenge|verifier/i
const contentNames = new Set([
  ...['text', 'body', 'caption', 'note', 'notes', 'query', 'querystring', 'q', 'search', 'payload', 'rawBody', 'html'],
  ...[
    'headers',
    'params',
    'parameters',
    'detail',
    'details',
    'hint',
    'where',
    'email',
    'phone',
    'input',
    'idempotencyKey',
  ],
])

/** The same record as far as it may be written down: secrets and contents by their name, traces of people by their looks. */
export function withoutSecrets(record: object): Record<string, unknown> {
  return copyOf(record, 0) as Record<string, unknown>
}

function copyOf(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withoutTraces(value.slice(0, longest))
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value
  if (value instanceof Error) return describe(value, depth)
  if (value instanceof Date) return value
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (depth >= deepest) return '[more]'
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => copyOf(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, mostItems)
      .map(([name, inner]) => [name, hides(name, inner) ? '[left out]' : copyOf(inner, depth + 1)]),
  )
}

function hides(name: string, value: unknown): boolean {
  return value !== null && value !== undefined && (secretNames.test(name) || contentNames.has(name))
}

// What PostgreSQL and Node say beside the message, and what in it never holds a value.
const harmless = [
  'code',
  'constraint',
  'table',
  'schema',
  'column',
  'routine',
  'errno',
  'syscall',
  'address',
  'port',
  'status',
]

/** PostgreSQL quotes rows in `detail` and values in its messages, parsers quote what they could not read: none of it stays. */
function describe(error: Error, depth: number): Record<string, unknown> {
  const message = withoutTraces(withoutQuotes(error.message).slice(0, longest))
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const given = error as unknown as Record<string, unknown>
  const kept = harmless.filter((name) => ['string', 'number'].includes(typeof given[name]))
  return {
    type: error.name,
    message,
    ...Object.fromEntries(kept.map((name) => [name, copyOf(given[name], depth + 1)])),
    stack: [`${error.name}: ${message}`, ...frames].join('\n'),
    ...(error.cause === undefined || depth >= deepest ? {} : { cause: copyOf(error.cause, depth + 1) }),
    ...(error instanceof AggregateError ? { errors: copyOf(error.errors, depth + 1) } : {}),
  }
}

function withoutQuotes(message: string): string {
  return message.replace(/".*"/s, '"…"').replace(/\(.*\)=\(.*\)/s, '(…)=(…)')
}

/** Takes out of a text what looks like a person's number or address, a key, a token in a link or the query of an address. */
export function withoutTraces(text: string): string {
  return text
    .replace(/“[^”]*”/g, '“…”')
    .replace(/\b(bearer|basic)\s+\S+/gi, '$1 [left out]')
    .replace(/(\w:\/\/)[^\s/@]+@/g, '$1[left out]@')
    .replace(/\?[\w.%-]+=[^\s"'<>]*/g, '?[left out]')
    .replace(/[^\s"'<>()@:,;]+@[^\s"'<>()@:,;]+\.\w+/g, '[address]')
    .replace(/\+\d[\d ().-]{6,}(?=\d\d)(?!\d{3})/g, '+…')
    .replace(/(?<![\w.-])\d{6,13}(?=\d\d(?![\w-]))/g, '…')
    .replace(/[\w-]{30,}={0,2}/g, (run) => (isUuid(run) ? run : '[left out]'))
}

function isUuid(run: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(run)
}
