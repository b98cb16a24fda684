import { newId } from '#lib/id'
import type { ConsentChannel, ConsentState } from '../consent/consent.ts'
import { mostLabels } from '../contact.ts'
import type { KnownBy } from '../identity.ts'
import type { Fault } from './faults.ts'
import { type Card, type KnownPeople, keyOf } from './known-people.ts'
import type { Plan } from './plan.ts'
import type { LinePerson } from './read-line.ts'
import type { ReadLine } from './read-lines.ts'

/** What a line adds to a card, or changes on it. */
export interface CardChange {
  readonly contactId: string
  readonly name?: { readonly from: string | null; readonly to: string }
  readonly notes?: string
  readonly known: readonly KnownBy[]
  readonly labels?: {
    readonly from: readonly string[]
    readonly to: readonly string[]
    readonly added: readonly string[]
  }
  readonly marketing: readonly {
    readonly channelKind: ConsentChannel
    readonly from: 'none' | ConsentState
    readonly to: ConsentState
  }[]
  readonly values: readonly { readonly id: string; readonly from: string | null; readonly to: string }[]
}

export type Decision = { readonly line: number } & (
  | { readonly is: 'made'; readonly change: CardChange }
  | { readonly is: 'updated'; readonly change: CardChange }
  | { readonly is: 'unchanged' }
  | { readonly is: 'refused'; readonly fault: Fault }
)

/** What becomes of each line, in their order: what one adds to a person, the next finds there. */
export function decide(lines: readonly ReadLine[], people: KnownPeople, policy: Plan['policy']): Decision[] {
  return lines.map((read) => {
    const { line } = read
    if ('fault' in read) return { line, is: 'refused', fault: read.fault }
    const [card, other] = people.find(read.person)
    if (card && other)
      return { line, is: 'refused', fault: { code: 'two_contacts', about: `${nameOf(card)} and ${nameOf(other)}` } }
    if (!card && read.person.known.length === 0)
      return {
        line,
        is: 'refused',
        fault: { code: 'unknown_id', ...(read.person.id ? { excerpt: read.person.id } : {}) },
      }
    if (card && policy === 'skip') return { line, is: 'unchanged' }

    const whose = card ?? {
      id: newId(),
      name: null,
      notes: null,
      known: new Set(),
      labels: new Set(),
      marketing: new Map(),
      values: new Map(),
    }
    const change = changeOf(whose, read.person, policy)
    if (card && isNothing(change)) return { line, is: 'unchanged' }
    apply(whose, change)
    people.add(whose)
    return { line, is: card ? 'updated' : 'made', change }
  })
}

function nameOf({ name, known }: Card): string {
  return name ?? [...known][0]?.split(' ')[1] ?? 'somebody without a name'
}

function changeOf(card: Card, person: LinePerson, policy: Plan['policy']): CardChange {
  const takes = (present: string | null | undefined, given: string | undefined): given is string =>
    given !== undefined &&
    given !== present?.replaceAll('\r\n', '\n') &&
    (policy === 'overwrite' || present === null || present === undefined)
  const added = person.labels.filter((label) => !card.labels.has(label)).slice(0, mostLabels - card.labels.size)
  const from = [...card.labels].sort()
  return {
    contactId: card.id,
    ...(takes(card.name, person.name) ? { name: { from: card.name, to: person.name } } : {}),
    ...(takes(card.notes, person.notes) ? { notes: person.notes } : {}),
    known: person.known.filter((one) => !card.known.has(keyOf(one))),
    ...(added.length > 0 ? { labels: { from, to: [...from, ...added].sort(), added } } : {}),
    marketing: consentIn(card, person),
    values: [...person.values].flatMap(([id, to]) => {
      const present = card.values.get(id)
      return takes(present, to) ? [{ id, from: present ?? null, to }] : []
    }),
  }
}

/** Whoever opted out has said so themselves: no list takes that back. */
function consentIn({ marketing: present }: Card, { marketing: said }: LinePerson): CardChange['marketing'] {
  if (!said) return []
  return said.channels.flatMap((channelKind) => {
    const from = present.get(channelKind) ?? 'none'
    const isNews = said.state === 'granted' ? from === 'none' : from !== 'withdrawn'
    return isNews ? [{ channelKind, from, to: said.state }] : []
  })
}

function isNothing({ name, notes, known, labels, marketing, values }: CardChange): boolean {
  const lists = [known, marketing, values]
  return name === undefined && notes === undefined && labels === undefined && lists.every(({ length }) => length === 0)
}

function apply(card: Card, { name, notes, known, labels, marketing, values }: CardChange): void {
  for (const { channelKind, to } of marketing) card.marketing.set(channelKind, to)
  if (name) card.name = name.to
  if (notes !== undefined) card.notes = notes
  for (const one of known) card.known.add(keyOf(one))
  for (const label of labels?.added ?? []) card.labels.add(label)
  for (const { id, to } of values) card.values.set(id, to)
}
