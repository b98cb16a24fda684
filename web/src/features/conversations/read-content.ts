import { readPath } from './read-path.ts'

/** A file's name, else what kind of file it is; or that WhatsApp could not load it. */
export function fileOf(details: unknown): string | null {
  if (readPath(details, 'errors.0.code')) return 'WhatsApp could not load it'
  const type = /^\w+\/([\w.+-]+)/.exec(readPath(details, 'mime_type') ?? '')?.[1]
  return readPath(details, 'filename') ?? type?.toUpperCase() ?? null
}

/** The people on contact cards, a line each. */
export function cardsOf(cards: unknown): { title: string; more: string | null } {
  const people = listOf(cards).flatMap((card) => {
    const name = readPath(card, 'name.formatted_name') ?? readPath(card, 'name.first_name')
    const known = [name, readPath(card, 'phones.0.phone') ?? readPath(card, 'emails.0.email')].filter(Boolean)
    return known.length > 0 ? [known.join(', ')] : []
  })
  return {
    title: people.length > 1 ? `${people.length} contact cards` : 'Contact card',
    more: people.join('\n') || null,
  }
}

/** The items of an order with quantity and stated price, and the sum where all are in one currency. */
export function orderOf(order: unknown): string | null {
  const items = listOf((order as { product_items?: unknown } | null)?.product_items).flatMap((item) => {
    const name = readPath(item, 'product_retailer_id')
    if (name === null) return []
    const currency = readPath(item, 'currency') ?? ''
    const price = readPath(item, 'item_price')
    return [{ name, currency, price, quantity: Number(readPath(item, 'quantity') ?? 1) }]
  })
  const lines = items.map(
    ({ name, quantity, price, currency }) =>
      `${quantity} × ${name}${price === null ? '' : `, ${money(Number(price), currency)} each`}`,
  )
  const currencies = new Set(items.map(({ currency }) => currency))
  const sum = items.reduce((total, { price, quantity }) => total + Number(price ?? Number.NaN) * quantity, 0)
  const [currency = ''] = currencies
  const hasSum = currencies.size === 1 && isCurrency(currency) && Number.isFinite(sum)
  return [...lines, ...(hasSum ? [`Together ${money(sum, currency)}`] : [])].join('\n') || null
}

/** The answers in a form. They travel as text, which may be anything. */
export function formOf(interactive: unknown): string | null {
  const answers = parsed(readPath(interactive, 'nfm_reply.response_json'))
  const lines = Object.entries(answers).flatMap(([name, value]) => {
    const said = Array.isArray(value) ? value.filter(isPlain).join(', ') : isPlain(value) ? String(value) : ''
    return name === 'flow_token' || said === '' ? [] : [`${name.replaceAll('_', ' ')}: ${said}`]
  })
  return lines.join('\n') || null
}

function parsed(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const isCurrency = (code: string) => /^[A-Z]{3}$/.test(code)

function money(amount: number, currency: string): string {
  if (!isCurrency(currency) || !Number.isFinite(amount)) return `${amount} ${currency}`.trim()
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount)
}
