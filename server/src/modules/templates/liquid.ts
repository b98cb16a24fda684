import { Drop, Liquid, type Template as Parsed } from 'liquidjs'

const tags = ['if', 'unless', 'case', 'comment']
const filters = ['upcase', 'downcase', 'capitalize', 'strip', 'truncate', 'escape', 'default']

/** Milliseconds, characters, and things held in memory that one rendering may take. */
const bounds = { parseLimit: 100_000, renderLimit: 200, memoryLimit: 1_000_000 }
export const mostRendered = 200_000

/** A value that says itself in the words of its reader, and which filters can ask to say it otherwise. */
export class Said extends Drop {
  // Private, so that no template can look inside.
  readonly #plain: string
  readonly #sayIn: (style: string) => string

  constructor(plain: string, sayIn: (style: string) => string) {
    super()
    this.#plain = plain
    this.#sayIn = sayIn
  }

  get plain(): string {
    return this.#plain
  }

  in(style: string): string {
    return this.#sayIn(style)
  }

  override valueOf(): string {
    return this.#plain
  }
}

// There is nothing to loop over, nothing to include, and no file to read: what is not on the lists does not exist.
function sandbox(outputEscape: 'escape' | undefined): Liquid {
  const engine = new Liquid({
    ...bounds,
    ...(outputEscape ? { outputEscape } : {}),
    templates: {},
    cache: false,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
  })
  for (const name of Object.keys(engine.tags)) if (!tags.includes(name)) delete engine.tags[name]
  for (const name of Object.keys(engine.filters)) if (!filters.includes(name)) delete engine.filters[name]
  for (const style of ['date', 'time', 'money'])
    engine.registerFilter(style, (value: unknown, how?: unknown) => sayIn(value, style, how))
  return engine
}

function sayIn(value: unknown, style: string, how: unknown): unknown {
  return value instanceof Said ? value.in(how === undefined ? style : `${style} ${String(how)}`) : value
}

const plain = sandbox(undefined)
const html = sandbox('escape')

export interface Complaint {
  readonly code: 'unknown_tag' | 'unknown_filter' | 'not_liquid'
  readonly message: string
}

/** What is wrong with how a text is written, if anything. */
export function complaintAbout(text: string): Complaint | undefined {
  try {
    plain.parse(text)
    return unknownFilterIn(text)
  } catch (error) {
    return asComplaint(error)
  }
}

/** Fills a text in. Throws on what `complaintAbout` would have told, on a missing value, and past the bounds. */
export function fill(text: string, values: Readonly<Record<string, Said>>, as: 'plain' | 'html'): string {
  const engine = as === 'html' ? html : plain
  const parsed: Parsed[] = engine.parse(text)
  const filled = String(engine.renderSync(parsed, values))
  if (filled.length > mostRendered) throw new Error('a template became too long')
  return filled
}

/** The engine finds a filter only when it fills in. */
function unknownFilterIn(text: string): Complaint | undefined {
  const known = [...filters, 'date', 'time', 'money']
  for (const [inside] of text.matchAll(/\{[{%].*?[}%]\}/gs)) {
    const bare = inside.replace(/"[^"]*"|'[^']*'/g, '""')
    for (const [, name = ''] of bare.matchAll(/\|\s*([\w-]*)/g)) {
      if (!known.includes(name)) {
        return {
          code: 'unknown_filter',
          message: `“${name}” is no way to write a value. There are ${known.join(', ')}.`,
        }
      }
    }
  }
  return undefined
}

function asComplaint(error: unknown): Complaint {
  const said = error instanceof Error ? error.message : ''
  const tag = /tag "?([^"\s]+)"? not found/.exec(said)?.[1]
  if (tag) return { code: 'unknown_tag', message: `“{% ${tag} %}” can’t be used here. There are ${tags.join(', ')}.` }
  const filter = /undefined filter: (\S+?),/.exec(said)?.[1]
  if (filter) return { code: 'unknown_filter', message: `“${filter}” is no way to write a value.` }
  return { code: 'not_liquid', message: 'Braces are not closed, or what is between them can’t be read.' }
}
