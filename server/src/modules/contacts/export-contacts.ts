import type { Context } from '#lib/context'
import type { FileAnswer } from '#lib/door'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Principal, Tx } from '#lib/tx'
import { permit } from '#tenancy'
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
  const head = ['Frontdesk ID', 'Name', 'Phone', 'Email', 'Labels', 'Notes', ...fields.map(({ name }) => name)]
  yield byteOrderMark + csvLines([head])
  let cursor: string | undefined
  do {
    const page = await context.withTenant(who, (tx) => listContacts(tx, { ...filter, limit: atOnce, cursor }))
    if (page.items.length > 0) yield csvLines(page.items.map((contact) => cellsOf(contact, fields)))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}

function cellsOf(contact: Contact, fields: readonly Field[]): string[] {
  const all = (kind: 'phone' | 'email') =>
    contact.identities.flatMap((one) => (one.kind === kind ? [one.value] : [])).join('; ')
  const values = new Map(contact.fields.map(({ fieldId, value }) => [fieldId, value]))
  return [
    ...[contact.id, contact.name ?? '', all('phone'), all('email'), joinLabels(contact.labels), contact.notes ?? ''],
    ...fields.map(({ id }) => values.get(id) ?? ''),
  ]
}
