import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addMember } from '#tenancy'
import { openEventStream, type StreamEvent } from '../../world/event-stream.ts'
import { serve } from '../../world/serve.ts'

const contacts = '/api/v1/w/salon-rosa/contacts'
const created = ({ event, data }: StreamEvent) => event === 'fact' && data.name === 'contacts.created'

test('what is committed is heard, by the workspace it belongs to and by no other', async (t) => {
  const { ask, url, salon, clinic } = await serve(t, { worker: false })
  const listen = (slug: string, token: string) =>
    openEventStream(t, `${url}/api/v1/w/${slug}/stream`, { authorization: `Bearer ${token}` })
  const mine = await listen('salon-rosa', salon.tokens.staff)
  const theirs = await listen('clinic-nord', clinic.tokens.owner)
  await mine.next(({ event }) => event === 'ready')
  await theirs.next(({ event }) => event === 'ready')

  const { body: ana } = await ask('POST', contacts, { token: salon.tokens.owner, body: { name: 'Ana' } })
  const heard = await mine.next(created)

  assert.equal(heard.data.subjectId, ana.id)
  assert.equal(heard.data.actor.kind, 'member')
  assert.doesNotMatch(JSON.stringify(heard.data), /Ana/, 'facts carry ids, never what people said or are called')
  await ask('POST', '/api/v1/w/clinic-nord/contacts', { token: clinic.tokens.owner, body: { name: 'Cid' } })
  await theirs.next(created)
  assert.equal(theirs.seen.filter(created).length, 1)
  assert.equal(mine.seen.filter(created).length, 1)
})

test('who comes back with the last event id gets exactly what was missed', async (t) => {
  const { ask, url, salon } = await serve(t, { worker: false })
  const authorization = `Bearer ${salon.tokens.owner}`
  const stream = `${url}/api/v1/w/salon-rosa/stream`
  const create = async (name: string) =>
    (await ask('POST', contacts, { token: salon.tokens.owner, body: { name } })).body.id as string

  const first = await openEventStream(t, stream, { authorization })
  await first.next(({ event }) => event === 'ready')
  await create('Ana')
  const last = await first.next(created)
  first.close()
  const missed = [await create('Ben'), await create('Cid')]

  const second = await openEventStream(t, stream, { authorization, 'last-event-id': last.id })
  const caught = [await second.next(created), await second.next(created)]
  const live = await create('Dee')
  const next = await second.next(created)

  assert.deepEqual(
    caught.map(({ data }) => data.subjectId),
    missed,
  )
  assert.equal(next.data.subjectId, live)
})

test('who was away too long is told to read everything anew', async (t) => {
  const { url, salon } = await serve(t, { worker: false })
  const listen = (headers: object) =>
    openEventStream(t, `${url}/api/v1/w/salon-rosa/stream`, {
      authorization: `Bearer ${salon.tokens.owner}`,
      ...headers,
    })
  const present = await listen({})
  const { id } = await present.next(({ event }) => event === 'ready')
  await salon.as(salon.owner, (tx) =>
    sql`insert into facts.fact (id, name, subject_id, details, actor, at)
      select gen_random_uuid(), 'contacts.changed', gen_random_uuid(), '{}', '{"kind":"system"}', now() from generate_series(1, 501)`.execute(
      tx.db,
    ),
  )
  for (let heard = 0; heard < 501; heard++) await present.next(({ event }) => event === 'fact')

  const away = await listen({ 'last-event-id': id })

  assert.equal((await away.next(() => true)).event, 'reset')
})

test('a fact of a transaction that commits late is not jumped over', async (t) => {
  const { ask, url, salon } = await serve(t, { worker: false })
  const stream = await openEventStream(t, `${url}/api/v1/w/salon-rosa/stream`, {
    authorization: `Bearer ${salon.tokens.owner}`,
  })
  await stream.next(({ event }) => event === 'ready')

  let letCommit = () => {}
  const gate = new Promise<void>((resolve) => {
    letCommit = resolve
  })
  let begun = () => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const slow = salon.as(salon.owner, async (tx) => {
    await sql`insert into facts.fact (id, name, subject_id, details, actor, at) values (gen_random_uuid(), 'contacts.changed', gen_random_uuid(), '{}', '{"kind":"system"}', now())`.execute(
      tx.db,
    )
    begun()
    await gate
  })
  await hasBegun
  await ask('POST', contacts, { token: salon.tokens.owner, body: { name: 'Ana' } })
  letCommit()
  await slow

  const first = await stream.next(({ event }) => event === 'fact')
  const second = await stream.next(({ event }) => event === 'fact')
  assert.deepEqual([first.data.name, second.data.name], ['contacts.changed', 'contacts.created'])
})

test('a removed member hears so, and their streams of this workspace end; those of another go on', async (t) => {
  const { ask, url, salon, clinic } = await serve(t)
  const me = (await ask('GET', '/api/v1/me', { token: salon.tokens.staff })).body
  await clinic.as(clinic.owner, (tx) => addMember(tx, { userId: me.user.id, role: 'staff' }))
  const { body: workspace } = await ask('GET', '/api/v1/w/salon-rosa', { token: salon.tokens.staff })
  const listen = (slug: string, token: string) =>
    openEventStream(t, `${url}/api/v1/w/${slug}/stream`, { authorization: `Bearer ${token}` })
  const here = await listen('salon-rosa', salon.tokens.staff)
  const there = await listen('clinic-nord', salon.tokens.staff)
  const colleague = await listen('salon-rosa', salon.tokens.manager)
  for (const stream of [here, there, colleague]) await stream.next(({ event }) => event === 'ready')

  const memberId = workspace.me.memberId
  const removed = await ask('DELETE', `/api/v1/w/salon-rosa/members/${memberId}`, { token: salon.tokens.manager })
  assert.equal(removed.status, 204)
  assert.equal((await ask('GET', '/api/v1/w/salon-rosa', { token: salon.tokens.staff })).status, 404)
  await here.ended
  assert.equal(here.seen.at(-1)?.data.name, 'tenancy.member_removed')

  const stranger = await fetch(`${url}/api/v1/w/salon-rosa/stream`, {
    headers: { authorization: `Bearer ${salon.tokens.staff}` },
  })
  assert.equal(stranger.status, 404)
  assert.equal((await ask('GET', '/api/v1/w/clinic-nord', { token: salon.tokens.staff })).status, 200)
  await ask('POST', contacts, { token: salon.tokens.owner, body: { name: 'Ana' } })
  await ask('POST', '/api/v1/w/clinic-nord/contacts', { token: clinic.tokens.owner, body: { name: 'Cid' } })
  await colleague.next(created)
  await there.next(created)
  assert.equal(here.seen.filter(created).length, 0)
})

test('nobody listens without a session, or to a workspace that is not theirs', async (t) => {
  const { url, clinic } = await serve(t, { worker: false })
  const stream = `${url}/api/v1/w/salon-rosa/stream`
  assert.equal((await fetch(stream)).status, 401)
  assert.equal((await fetch(stream, { headers: { authorization: `Bearer ${clinic.tokens.owner}` } })).status, 404)
})
