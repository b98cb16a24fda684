import type { Context } from '#lib/context'
import { enqueue } from '#lib/jobs/job'
import { InvalidInput } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { getWorkspace, permit } from '#tenancy'
import { readFields } from '../fields/queries.ts'
import { decodeAs } from './decode.ts'
import { openFile } from './file.ts'
import { type HeldImport, holdImport, moveImport } from './hold-import.ts'
import type { Import } from './import.ts'
import type { PlanWish } from './plan.ts'
import { replan } from './preview.ts'
import { getImport } from './queries.ts'
import { ImportNotChecked, ImportOver, ImportUnderWay } from './refusals.ts'
import { importContacts } from './run.ts'

const nothingYet = {
  lines: 0,
  position: 0,
  made: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  duplicates: 0,
  failure: null,
}

/** Counts in the background what importing under this plan would do; changes nobody. May be asked again under another plan. */
export async function check(tx: Tx, context: Context, { id, ...wish }: PlanWish & { id: string }): Promise<Import> {
  permit(tx, 'contacts.import')
  const held = await holdImport(tx, id)
  if (held.state === 'done' || held.state === 'cancelled') throw new ImportOver()
  if (held.state === 'checking' || held.state === 'importing') throw new ImportUnderWay()
  const text = decodeAs(await openFile(tx, context, id), held.encoding)
  const columns = replan({ text, delimiter: held.delimiter }, wish)
  await refuseUnlessUsable(tx, columns.length, wish)

  const country = wish.country ?? (await getWorkspace(tx)).country
  const plan = { columns, hasHeader: wish.hasHeader, policy: wish.policy, country }
  await begin(tx, held, { state: 'checking', plan })
  return getImport(tx, id)
}

/** Imports in the background, as the last check said. Refuses what was not checked. */
export async function start(tx: Tx, id: string): Promise<Import> {
  permit(tx, 'contacts.import')
  const held = await holdImport(tx, id)
  if (held.state === 'done' || held.state === 'cancelled') throw new ImportOver()
  if (held.state === 'checking' || held.state === 'importing') throw new ImportUnderWay()
  if (held.state !== 'checked') throw new ImportNotChecked()
  await begin(tx, held, { state: 'importing' })
  return getImport(tx, id)
}

async function begin(tx: Tx, held: HeldImport, move: Parameters<typeof moveImport>[2]): Promise<void> {
  await tx.db
    .deleteFrom('contacts.importRefusal')
    .where('tenantId', '=', tx.tenantId)
    .where('importId', '=', held.id)
    .execute()
  await moveImport(tx, held, { ...nothingYet, ...move })
  await enqueue(tx, importContacts, { importId: held.id })
}

async function refuseUnlessUsable(tx: Tx, columns: number, { targets }: PlanWish): Promise<void> {
  const refuse = (message: string, code: string) => new InvalidInput([{ path: 'targets', message, code }], message)
  if (targets.length !== columns)
    throw refuse(`This list has ${columns} columns. Say of each what it is.`, 'wrong_number_of_columns')
  const known = new Set((await readFields(tx)).map(({ id }) => `field:${id}`))
  if (targets.some((target) => target.startsWith('field:') && !known.has(target)))
    throw refuse('There is no such field.', 'no_such_field')
  if (!targets.some((target) => target === 'phone' || target === 'email' || target === 'id'))
    throw refuse('Say which column holds the phone number or the e-mail address.', 'nobody')
  const single = targets.filter((target) => !['ignore', 'phone', 'email', 'labels', 'notes'].includes(target))
  if (new Set(single).size < single.length) throw refuse('Two columns are taken for the same.', 'twice')
}
