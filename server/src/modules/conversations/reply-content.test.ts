import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectNumber, hearOn, type Inbox, inbox } from '../../../world/inbox.ts'
import { type Answer, answer } from './reply-answer.ts'
import { sendAgain } from './send-again.ts'

const buttons = {
  type: 'button',
  body: { text: 'Which time?' },
  footer: { text: 'Free until noon' },
  action: {
    buttons: [
      { type: 'reply', reply: { id: 'ten', title: 'At ten' } },
      { type: 'reply', reply: { id: 'eleven', title: 'At eleven' } },
    ],
  },
} as const

function say(desk: Inbox, wish: Partial<Answer>): Promise<string> {
  const { conversationId } = desk.ana
  return desk.salon.as(desk.salon.staff, (tx) => answer(tx, desk.context, { conversationId, ...structuredClone(wish) }))
}

test('every kind leaves as WhatsApp takes it, in order, and is kept as what it says', async (t) => {
  const desk = await inbox(t)
  const list = {
    type: 'list',
    body: { text: 'What shall it be?' },
    action: { button: 'Choose', sections: [{ rows: [{ id: 'cut', title: 'Cut', description: '30 minutes' }] }] },
  } as const
  const link = {
    type: 'cta_url',
    body: { text: 'All times' },
    action: { name: 'cta_url', parameters: { display_text: 'See', url: 'https://salon.example' } },
  } as const
  const request = {
    type: 'location_request_message',
    body: { text: 'Where are you?' },
    action: { name: 'send_location' },
  } as const
  const location = { latitude: 52.52, longitude: 13.4, name: 'Salon Rosa', address: 'Calle Mayor 1' }
  const card = { name: { formatted_name: 'Mina Keller' }, phones: [{ phone: '+49 171 3920099', type: 'WORK' }] }
  const sentCard = { ...card, name: { formatted_name: 'Mina Keller', first_name: 'Mina Keller' } }

  const cases: [Partial<Answer>, string, string | null, object][] = [
    [{ interactive: structuredClone(buttons) as never }, 'interactive', 'Which time?', buttons],
    [{ interactive: list as never }, 'interactive', 'What shall it be?', list],
    [{ interactive: link }, 'interactive', 'All times', link],
    [{ interactive: request }, 'interactive', 'Where are you?', request],
    [{ location }, 'location', null, location],
    [{ contacts: [card] }, 'contacts', null, [sentCard]],
  ]
  for (const [wish, kind, text, content] of cases) {
    const message = await desk.message(await say(desk, wish))
    assert.deepEqual([message.kind, message.text, message.status], [kind, text, 'queued'])
    assert.deepEqual(kind === 'contacts' ? message.details?.contacts : message.details, content)
  }
  await desk.deliver()
  assert.deepEqual(
    desk.meta.outbox.map(({ type, body }) => [type, body[type]]),
    cases.map(([, kind, , content]) => [kind, content]),
  )
})

test('what WhatsApp would refuse is refused field by field before anything is queued', async (t) => {
  const desk = await inbox(t)
  const reply = { id: 'x', title: 'a title of twenty-one' }
  const wrong = { ...buttons, action: { buttons: [{ type: 'reply', reply }] } } as never
  await assert.rejects(say(desk, { interactive: wrong }), {
    code: 'invalid_input',
    status: 422,
    message: 'A button may have at most 20 characters; this has 21.',
    errors: [
      {
        path: 'interactive.action.buttons.0.reply.title',
        message: 'A button may have at most 20 characters; this has 21.',
        code: 'too_long',
      },
    ],
  })
  await assert.rejects(say(desk, { location: { latitude: 91, longitude: 0 } }), { code: 'invalid_input' })
  await assert.rejects(say(desk, { contacts: [] }), { code: 'invalid_input' })
  await assert.rejects(say(desk, {}), { code: 'invalid_input', message: 'There is nothing to send.' })
  const both = { text: 'Hi', location: { latitude: 1, longitude: 1 } }
  await assert.rejects(say(desk, both), { code: 'invalid_input', message: /^One message holds one thing/ })
  desk.clock.advance(24 * 60 * 60_000)
  await assert.rejects(say(desk, { interactive: buttons as never }), { code: 'window_closed' })

  await desk.deliver()
  assert.deepEqual([desk.meta.outbox.length, desk.meta.calls.filter(({ method }) => method === 'POST').length], [0, 0])
})

test('NUL and lone surrogates in a card or a place reach the customer as the replacement character', async (t) => {
  const desk = await inbox(t)
  const id = await say(desk, { location: { latitude: 1, longitude: 1, name: 'a\u0000b\ud800' } })
  assert.deepEqual((await desk.message(id)).details, { latitude: 1, longitude: 1, name: 'a\uFFFDb\uFFFD' })
})

test('an interactive message whose answer was lost is not sent twice, and the button tapped quotes it', async (t) => {
  const desk = await inbox(t)
  desk.meta.misbehave({ kind: 'dropAfterAccepting', times: 1 })
  const id = await say(desk, { interactive: buttons as never })
  await desk.deliver()
  assert.equal((await desk.message(id)).status, 'unknown')
  await desk.receive(desk.meta.outbox[0], 'read')
  await desk.deliver()
  assert.deepEqual([desk.meta.outbox.length, (await desk.message(id)).status], [1, 'read'])

  const tapped = { type: 'button_reply', button_reply: { id: 'ten', title: 'At ten' } }
  const quotes = desk.meta.outbox[0]?.id ?? ''
  await desk.hear(desk.ana.phone, { kind: 'interactive', text: 'At ten', details: tapped, quotes })
  const last = await desk.message(await newestInbound(desk))
  assert.deepEqual([last.text, last.quote?.id, last.quote?.text], ['At ten', id, 'Which time?'])
})

test('a reply quotes a message of either side, also when sent again', async (t) => {
  const desk = await inbox(t)
  const heardId = await newestInbound(desk)
  const first = await say(desk, { text: 'About that', replyTo: heardId })
  await desk.deliver()
  const second = await say(desk, { text: 'And about mine', replyTo: first })
  desk.meta.misbehave({ kind: 'error', code: 131026, times: 1 })
  await desk.deliver()
  await desk.salon.as(desk.salon.staff, (tx) => sendAgain(tx, desk.context, second))
  await desk.deliver()

  const heard = await desk.message(heardId)
  assert.deepEqual(
    desk.meta.outbox.map(({ context }) => context?.message_id),
    [heard.providerMessageId, desk.meta.outbox[0]?.id],
  )
  assert.equal((await desk.message(second)).quote?.id, first)
})

test('what the customer’s phone does not know under this number can’t be quoted', async (t) => {
  const desk = await inbox(t)
  const unsent = await say(desk, { text: 'not yet there' })
  const second = await connectNumber(desk, desk.salon, desk.meta, '15550002')
  const heardId = await newestInbound(desk)
  await desk.asSystem((tx) => hearOn(tx, second, desk.ana.phone))
  const ben = await desk.hear('+34600000002')
  const foreign = await newestInbound(desk, ben.conversationId)

  const cases: [Partial<Answer>, string][] = [
    [{ replyTo: unsent }, 'not_on_the_phone'],
    [{ replyTo: heardId, channelId: second.id }, 'on_another_channel'],
    [{ replyTo: foreign }, 'no_such_message'],
  ]
  for (const [wish, code] of cases) {
    await assert.rejects(
      say(desk, { text: 'About that', ...wish }),
      (error: { errors: [{ path: string; code: string }] }) => {
        assert.deepEqual([error.errors[0].path, error.errors[0].code], ['replyTo', code])
        return true
      },
    )
  }
  const id = await say(desk, { text: 'About that', replyTo: heardId })
  assert.equal((await desk.message(id)).channelId, desk.channel.id, 'it leaves by the number of what it quotes')
})

async function newestInbound(desk: Inbox, conversationId = desk.ana.conversationId): Promise<string> {
  const row = await desk.asSystem((tx) =>
    tx.db
      .selectFrom('conversations.message')
      .select('id')
      .where('conversationId', '=', conversationId)
      .where('direction', '=', 'inbound')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
