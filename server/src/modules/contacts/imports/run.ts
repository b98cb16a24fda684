import { sql } from 'kysely'
import { z } from 'zod'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import { done, job, type Outcome } from '#lib/jobs/job'
import { Id } from '#lib/json'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { Field } from '../fields/field.ts'
import { readFields } from '../fields/queries.ts'
import { type Decision, decide } from './decide.ts'
import { decodeAs } from './decode.ts'
import { openFile } from './file.ts'
import { type HeldImport, holdImport, moveImport } from './hold-import.ts'
import { knownPeople } from './known-people.ts'
import { type ReadLine, readLines } from './read-lines.ts'
import { Overtaken, write } from './write.ts'

export const atOnce = 1_000
const tries = 10

/** Checks or imports a file, chunk by chunk; where a killed process stopped, the next run goes on. */
export const importContacts = job({
  name: 'contacts.import',
  payload: z.object({ importId: Id }),
  key: ({ importId }) => importId,
  run,
})

interface Work {
  readonly held: HeldImport
  readonly fields: readonly Field[]
  readonly lines: readonly ReadLine[]
}

async function run(context: Context, tenantId: string, { importId }: { importId: string }): Promise<Outcome> {
  const who = { tenantId, actor: system }
  const work = await context.withTenant(who, (tx) => loadWork(tx, context, importId))
  if (!work) return done

  const lines = await readLines({ text: work.text, delimiter: work.held.delimiter }, work.held.plan, work.fields)
  let position = work.held.position
  while (position < lines.length) {
    const next = await takeNext(context, who.tenantId, { ...work, lines }, position)
    if (next === undefined) return done
    position = next
  }
  await context.withTenant(who, (tx) => finish(tx, work.held, lines.length))
  return done
}

async function loadWork(tx: Tx, context: Context, id: string) {
  permit(tx, 'contacts.import')
  const found = await tx.db
    .selectFrom('contacts.import')
    .select('id')
    .where('tenantId', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  const held = found && (await holdImport(tx, id))
  if (!held || !isAtWork(held)) return undefined
  return {
    held,
    fields: await readFields(tx),
    text: decodeAs(await openFile(tx, context, id), held.encoding),
  }
}

function isAtWork({ state }: HeldImport): boolean {
  return state === 'checking' || state === 'importing'
}

/** The chunk at this position; undefined when the import was cancelled or another process is on it. */
async function takeNext(context: Context, tenantId: string, work: Work, position: number): Promise<number | undefined> {
  for (let left = tries; ; left--) {
    try {
      return await context.withTenant({ tenantId, actor: system }, (tx) => takeChunk(tx, work, position))
    } catch (error) {
      // A message from one of these people came in at this moment: decided again, they are known.
      if (!(error instanceof Overtaken) || left === 0) throw error
    }
  }
}

async function takeChunk(tx: Tx, { held: { id, state }, fields, lines }: Work, position: number) {
  const held = await holdImport(tx, id)
  if (held.state !== state || held.position !== position) return undefined
  const chunk = lines.slice(position, position + atOnce)
  const people = await knownPeople(
    tx,
    chunk.flatMap((read) => ('person' in read ? [read.person] : [])),
  )
  const decisions = decide(chunk, people, held.plan.policy)
  if (state === 'importing') await write(tx, decisions, { importId: id, fields })
  await noteRefused(tx, id, decisions)

  const count = (is: Decision['is']) => decisions.filter((one) => one.is === is).length
  const duplicates = decisions.filter((one) => one.is === 'refused' && one.fault.code === 'duplicate_line').length
  await moveImport(tx, held, {
    lines: lines.length,
    position: position + chunk.length,
    made: held.made + count('made'),
    updated: held.updated + count('updated'),
    unchanged: held.unchanged + count('unchanged'),
    refused: held.refused + count('refused'),
    duplicates: held.duplicates + duplicates,
  })
  return position + chunk.length
}

async function noteRefused(tx: Tx, importId: string, decisions: readonly Decision[]): Promise<void> {
  const refused = decisions.flatMap((one) => (one.is === 'refused' ? [{ line: one.line, ...one.fault }] : []))
  if (refused.length === 0) return
  await sql`
    insert into contacts.import_refusal (import_id, line, column_name, excerpt, code, about)
    select ${importId}, * from unnest(${refused.map(({ line }) => line)}::int[], ${refused.map(({ column }) => column ?? null)}::text[],
      ${refused.map(({ excerpt }) => excerpt ?? null)}::text[], ${refused.map(({ code }) => code)}::text[],
      ${refused.map(({ about }) => about ?? null)}::text[])`.execute(tx.db)
}

async function finish(tx: Tx, { id, state }: HeldImport, lines: number): Promise<void> {
  const held = await holdImport(tx, id)
  if (held.state !== state) return
  if (state === 'checking') return moveImport(tx, held, { state: 'checked', lines })
  await moveImport(tx, held, { state: 'done', lines, finishedAt: tx.now })
}
