import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#lib/id'
import { connectNumber, hearOn, inbox } from '../../../world/inbox.ts'
import { waysOut } from './ways-out.ts'

test('of several numbers, those one can answer by now are told from the others, with the reason', async (t) => {
  const desk = await inbox(t)
  const second = await connectNumber(desk, desk.salon, desk.meta, '15550002')
  await connectNumber(desk, desk.salon, desk.meta, '15550003')
  const fourth = await connectNumber(desk, desk.salon, desk.meta, '15550004')
  await connectNumber(desk, desk.clinic, desk.meta, '15550005')
  desk.clock.advance(24 * 60 * 60_000)
  await desk.asSystem((tx) => hearOn(tx, second, desk.ana.phone))
  await desk.asSystem((tx) =>
    sql`update channels.channel set status = 'disabled' where id = ${fourth.id}`.execute(tx.db),
  )

  const { items } = await desk.salon.as(desk.salon.staff, (tx) => waysOut(tx, desk.context, desk.ana.conversationId))

  assert.deepEqual(
    items.map(({ canSend, why, window }) => [canSend, why?.code ?? null, window.open]),
    [
      [false, 'window_closed', false],
      [true, null, true],
      [false, 'not_written_to', false],
      [false, 'channel_not_ready', false],
    ],
  )
  const nobody = desk.salon.as(desk.salon.staff, (tx) => waysOut(tx, desk.context, newId()))
  await assert.rejects(nobody, { code: 'not_found' })
})
