import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect } from '#channels'
import { inbox } from '../../../world/inbox.ts'
import { reply } from './reply.ts'
import { waysOut } from './ways-out.ts'

test('who wrote by WhatsApp alone may be written to by SMS, at their number and at any time', async (t) => {
  const { ana, clock, context, salon } = await inbox(t)
  const sms = await salon.as(salon.owner, (tx) =>
    connect(tx, context, {
      kind: 'sms',
      name: 'Texts',
      settings: { accountSid: `AC${'0'.repeat(32)}`, phoneNumber: '+15550100001' },
      credentials: { authToken: 'token' },
    }),
  )
  clock.advance(25 * 3_600_000)
  const { items } = await salon.as(salon.staff, (tx) => waysOut(tx, context, ana.conversationId))
  assert.deepEqual(
    items.map(({ kind, canSend, window }) => [kind, canSend, window.open]),
    [
      ['whatsapp_cloud', false, false],
      ['sms', true, true],
    ],
  )
  const wish = { conversationId: ana.conversationId, channelId: sms.id, text: 'Are you coming?' }
  await salon.as(salon.staff, (tx) => reply(tx, context, wish))
  const reach = await salon.as(salon.staff, (tx) =>
    tx.db
      .selectFrom('conversations.reach')
      .select(['addressKind', 'address', 'customerWroteAt'])
      .where('channelId', '=', sms.id)
      .executeTakeFirst(),
  )
  assert.deepEqual(reach, { addressKind: 'phone', address: ana.phone, customerWroteAt: null })
})
