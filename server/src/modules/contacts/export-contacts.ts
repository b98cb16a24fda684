import type { Context } from '#lib/context'
import type { FileAnswer } from '#lib/door'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Principal, Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { sayMarketing } from './consent/in-files.ts'
import { readMarketingOf } from './consent/read-marketing.ts'
import type { Contact } from './contact.ts'
import { byteOrderMark, csvLines, joinLabels } from './csv-lines.ts'
import type { Field } from './fields/field.ts'
import { listFields } from './fields/queries.ts'
import { type ContactsFilter, listContacts } from './list-contacts.ts'

const atOnce = 100

/** The people a filter leaves, as a file that importing again changes nothing by. Read page by page while it is sent. */
export async function exportContacts(tx: Tx, context: Context, filter: ContactsFilter): Promise<FileAnswer> {
  permit(tx, 'contacts.export')
  const fields = await listFields(tx)
  const names = fields.map(({ name }) => name)
  const filtered = Object.values(filter).some((one) => one !== undefined && one !== '')
  await announce(tx, 'contacts.exported', { subjectId: newId(), details: { fields: names, filtered } })
  const who = { tenantId: tx.tenantId, actor: tx.actor }
  return {
    name: `contacts-${tx.now.toISOString().slice(0, 10)}.csv`,
    pieces: pieces(context, who, { filter, fields }),
  }
}

async function* pieces(
  context: Context,
  who: Principal,
  { filter, fields }: { filter: ContactsFilter; fields: readonly Field[] },
): AsyncIterable<string> {
  const head = [
    'Frontdesk ID',
    'Name',
    'Phone',
    'Email',
    'Labels',
    'Notes',
    'Marketing',
    ...fields.map(({ name }) => name),
  ]
  yield byteOrderMark + csvLines([head])
  let cursor: string | undefined
  do {
    const page = await context.withTenant(who, async (tx) => {
      const people = await listContacts(tx, { ...filter, limit: atOnce, cursor })
      return { ...people, marketing: await readMarketingOf(tx, membersOf(people.items)) }
    })
    const { items, marketing } = page
    if (items.length > 0)
      yield csvLines(
        items.map((contact) => cellsOf(contact, fields, sayMarketing(marketing.get(contact.id) ?? new Map()))),
      )
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}

/** The ids each person is known under, to the person. */
function membersOf(people: readonly Contact[]): Map<string, string> {
  return new Map(
    people.flatMap(({ id, merged }) => [id, ...merged.map((twin) => twin.id)].map((one) => [one, id] as const)),
  )
}

function cellsOf(contact: Contact, fields: readonly Field[], marketing: string): string[] {
  const all = (kind: 'phone' | 'email') =>
    contact.identities.flatMap((one) => (one.kind === kind ? [one.value] : [])).join('; ')
  const values = new Map(contact.fields.map(({ fieldId, value }) => [fieldId, value]))
  return [
    ...[contact.id, contact.name ?? '', all('phone'), all('email'), joinLabels(contact.labels), contact.notes ?? ''],
    marketing,
    ...fields.map(({ id }) => values.get(id) ?? ''),
  ]
}
