import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../../world/world.ts'
import { openWorkspace } from './open-workspace.ts'
import { workspacesOf } from './queries.ts'

const wish = { name: 'Salón Rosa', timezone: 'Europe/Madrid', currency: 'EUR', country: 'ES' }

test('a workspace takes its slug from its name, and the next one of that name gets a number', async (t) => {
  const { context, salon } = await world(t)
  const { userId } = salon.owner.actor as { userId: string }

  const second = await openWorkspace(context, userId, wish)

  assert.equal(second.slug, 'salon-rosa-2')
  const mine = await workspacesOf(context.database.app, userId)
  assert.deepEqual(mine.map(({ slug, role }) => [slug, role]).sort(), [
    ['salon-rosa', 'owner'],
    ['salon-rosa-2', 'owner'],
  ])
})

test('a slug asked for by name that exists is refused, and nothing is left behind', async (t) => {
  const { context, clinic } = await world(t)
  const { userId } = clinic.owner.actor as { userId: string }

  await assert.rejects(openWorkspace(context, userId, { ...wish, slug: 'salon-rosa' }), {
    code: 'slug_taken',
    status: 409,
  })

  assert.equal((await workspacesOf(context.database.app, userId)).length, 1)
})
