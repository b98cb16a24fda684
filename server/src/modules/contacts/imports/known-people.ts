import { sql } from 'kysely'
import type { Tx } from '#lib/tx'
import type { ConsentChannel, ConsentState } from '../consent/consent.ts'
import { readMarketingOf } from '../consent/read-marketing.ts'
import type { KnownBy } from '../identity.ts'
import { ownersOf } from '../own-identities.ts'
import type { LinePerson } from './read-line.ts'

/** What is known of a person, those merged into them included. */
export interface Card {
  readonly id: string
  name: string | null
  notes: string | null
  readonly known: Set<string>
  readonly labels: Set<string>
  /** How they stand with marketing. */
  readonly marketing: Map<ConsentChannel, ConsentState>
  readonly values: Map<string, string>
}

export interface KnownPeople {
  /** Whoever a line means: nobody, somebody, or several. */
  find(person: LinePerson): Card[]
  add(card: Card): void
}

/** One word for an identity. */
export function keyOf({ kind, matchKey }: Pick<KnownBy, 'kind' | 'matchKey'>): string {
  return `${kind} ${matchKey}`
}

/** Everybody some lines may mean, in a few statements. */
export async function knownPeople(tx: Tx, lines: readonly LinePerson[]): Promise<KnownPeople> {
  const owners = await ownersOf(
    tx,
    lines.flatMap(({ known }) => known),
  )
  const byKey = new Map(owners.map((owner) => [keyOf(owner), owner.contactId]))
  const byId = await personsOf(
    tx,
    lines.flatMap(({ id }) => id ?? []),
  )
  const cards = await cardsOf(tx, [...new Set([...byKey.values(), ...byId.values()])])
  return {
    find({ id, known }) {
      const ids = [id === undefined ? undefined : byId.get(id), ...known.map((one) => byKey.get(keyOf(one)))]
      return [...new Set(ids)].flatMap((one) => (one === undefined ? [] : (cards.get(one) ?? [])))
    },
    add(card) {
      cards.set(card.id, card)
      for (const key of card.known) byKey.set(key, card.id)
    },
  }
}

async function personsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('contacts.contact')
    .select(['id', 'mergedInto'])
    .where('tenantId', '=', tx.tenantId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
}

interface Member {
  id: string
  personId: string
  name: string | null
  notes: string | null
}

async function cardsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Card>> {
  if (ids.length === 0) return new Map()
  // Held in the order of ids, so that two imports never wait for each other in a circle.
  await sql`
    select from contacts.contact where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[]) order by id for no key update`.execute(
    tx.db,
  )
  const { rows: members } = await sql<Member>`
    select id, id as person_id, name, notes from contacts.contact where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[])
    union all
    select id, merged_into, null, null from contacts.contact where tenant_id = ${tx.tenantId} and merged_into = any(${ids}::uuid[])`.execute(
    tx.db,
  )
  const cards = new Map<string, Card>()
  for (const { id, personId, name, notes } of members)
    if (id === personId)
      cards.set(id, { id, name, notes, known: new Set(), labels: new Set(), marketing: new Map(), values: new Map() })
  const personOf = new Map(members.map(({ id, personId }) => [id, cards.get(personId)]))
  await fillIn(tx, personOf)
  const marketing = await readMarketingOf(tx, new Map(members.map(({ id, personId }) => [id, personId])))
  for (const [id, states] of marketing)
    for (const [channel, state] of states) cards.get(id)?.marketing.set(channel, state)
  return cards
}

type Saying = { contactId: string; what: 'known' | 'label' | 'value'; about: string; value: string }

async function fillIn(tx: Tx, personOf: ReadonlyMap<string, Card | undefined>): Promise<void> {
  const all = [...personOf.keys()]
  const { rows } = await sql<Saying>`
    select contact_id, 'known' as what, kind as about, match_key as value from contacts.identity
      where tenant_id = ${tx.tenantId} and contact_id = any(${all}::uuid[])
    union all
    select contact_id, 'label', label, label from contacts.label
      where tenant_id = ${tx.tenantId} and contact_id = any(${all}::uuid[])
    union all
    select contact_id, 'value', field_id::text, value from contacts.field_value
      where tenant_id = ${tx.tenantId} and contact_id = any(${all}::uuid[])`.execute(tx.db)
  for (const { contactId, what, about, value } of rows) {
    const card = personOf.get(contactId)
    if (what === 'known') card?.known.add(`${about} ${value}`)
    if (what === 'label') card?.labels.add(value)
    // A person's own value goes before one of somebody merged into them.
    if (what === 'value' && (card?.id === contactId || !card?.values.has(about))) card?.values.set(about, value)
  }
}
