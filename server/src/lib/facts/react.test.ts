import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { newId } from '#lib/id'
import type { Desk, World } from '../../../world/world.ts'
import { world } from '../../../world/world.ts'
import { announceEach } from './announce.ts'
import { catchUp, type Reaction } from './react.ts'

type Heard = 'contacts.created' | 'contacts.changed'

test('what nobody hears is passed by the batch, and what is heard among it is heard once and in order', async (t) => {
  const statements: string[] = []
  const cast = await world(t, { onQuery: ({ sql }) => void statements.push(sql) })
  const heard: string[] = []
  const { reaction, read } = await reader(t, cast, async (subjectId) => void heard.push(subjectId))

  await tell(cast.salon, 'contacts.created', 150)
  const [first] = await tell(cast.salon, 'contacts.changed', 1)
  await tell(cast.salon, 'contacts.created', 40)
  const [second] = await tell(cast.clinic, 'contacts.changed', 1)
  await tell(cast.clinic, 'contacts.created', 5)
  statements.length = 0
  await read()

  assert.deepEqual(heard, [first, second])
  assert.ok(statements.length < 30, `${statements.length} statements for 197 facts`)
  await Promise.all([read(), read()])
  assert.deepEqual(heard, [first, second], `${reaction.name} hears nothing twice`)
})

test('a fact that can’t be heard is passed over after some patience, and the next one is heard', async (t) => {
  const cast = await world(t)
  const heard: string[] = []
  let broken = ''
  const { read } = await reader(t, cast, async (subjectId) => {
    if (subjectId === broken) throw new Error('not this one')
    heard.push(subjectId)
  })
  broken = (await tell(cast.salon, 'contacts.changed', 1))[0] ?? ''
  await tell(cast.salon, 'contacts.created', 3)
  const [next] = await tell(cast.salon, 'contacts.changed', 1)

  for (let attempt = 0; attempt < 5; attempt++) await assert.rejects(read(), /not this one/)
  await read()

  assert.deepEqual(heard, [next])
  const kept = await cast.salon.as(cast.salon.owner, (tx) =>
    tx.db.selectFrom('facts.passedOver').select(['reader', 'error']).execute(),
  )
  assert.deepEqual(kept, [{ reader: 'test.reader', error: 'not this one' }])
})

/** A reaction to changed contacts that begins now, and reads until there is nothing left. */
async function reader(t: TestContext, { context }: World, hear: (subjectId: string) => Promise<void>) {
  const reaction: Reaction = {
    name: 'test.reader',
    hears: { 'contacts.changed': (_tx, { subjectId }) => hear(subjectId) },
  }
  const needs = { ...context, signal: t.signal }
  const read = async () => {
    while (await catchUp(reaction, needs));
  }
  await read()
  return { reaction, read }
}

/** Announces so many of a name, in one transaction; the ids of what they are about. */
async function tell(desk: Desk, name: Heard, count: number): Promise<string[]> {
  const subjects = Array.from({ length: count }, () => newId())
  await desk.as(desk.owner, (tx) =>
    announceEach(
      tx,
      name,
      subjects.map((subjectId) => ({ subjectId, contactId: subjectId, details: {} as never })),
    ),
  )
  return subjects
}
