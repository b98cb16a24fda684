import assert from 'node:assert/strict'
import test from 'node:test'
import { uploadedFile } from '../../../../world/files.ts'
import { type Inbox, inbox } from '../../../../world/inbox.ts'
import { reply } from '../reply.ts'
import { sendAgain } from '../send-again.ts'

const sendFile = async (desk: Inbox) => {
  const mediaId = await uploadedFile(desk, 'prices.txt', 'Cut 30 €')
  const wish = { conversationId: desk.ana.conversationId, mediaId }
  return desk.salon.as(desk.salon.staff, (tx) => reply(tx, desk.context, wish))
}
const uploads = ({ meta }: Inbox) => meta.calls.filter(({ path }) => path.endsWith('/media')).length

test('a file that WhatsApp says later it could not read is given anew and sent once more, and then never again', async (t) => {
  const desk = await inbox(t)
  const id = await sendFile(desk)
  await desk.deliver()
  const error = { code: 'media_failed', class: 'media', message: 'The attachment could not be transferred.' } as const
  await desk.receive(desk.meta.outbox[0], 'failed', { error })
  assert.equal((await desk.message(id)).status, 'queued')
  await desk.deliver()
  assert.deepEqual([desk.meta.outbox.length, uploads(desk)], [2, 2])

  await desk.receive(desk.meta.outbox[1], 'failed', { error })
  await desk.deliver()
  assert.deepEqual([(await desk.message(id)).status, desk.meta.outbox.length], ['failed', 2])

  // A person may: with a file given anew.
  await desk.salon.as(desk.salon.staff, (tx) => sendAgain(tx, desk.context, id))
  await desk.deliver()
  assert.deepEqual([desk.meta.outbox.length, uploads(desk)], [3, 3])
})

test('an upload that does not get through waits and is tried again; nothing overtakes it, and no attempt is counted', async (t) => {
  const desk = await inbox(t, { transferTimeout: 500 })
  const id = await sendFile(desk)
  await desk.answer('And this afterwards')
  desk.meta.misbehave({ kind: 'media', trouble: 'noUpload', times: 1 })
  const outcome = await desk.deliver()
  assert.equal(outcome.kind, 'snooze')
  assert.deepEqual([(await desk.message(id)).status, (await desk.message(id)).error?.code], ['queued', 'media_failed'])
  assert.deepEqual(desk.meta.outbox, [])

  desk.clock.advance(10_000)
  await desk.deliver()
  assert.deepEqual(
    desk.meta.outbox.map(({ type }) => type),
    ['document', 'text'],
  )
})

test('a file WhatsApp refuses twice fails with its words, and the next message goes on', async (t) => {
  const desk = await inbox(t)
  const id = await sendFile(desk)
  await desk.answer('And this afterwards')
  desk.meta.misbehave({ kind: 'media', trouble: 'noUpload' })
  await desk.deliver()
  desk.clock.advance(10_000)
  await desk.deliver()
  assert.deepEqual([(await desk.message(id)).status, (await desk.message(id)).error?.class], ['failed', 'media'])
  assert.deepEqual(desk.texts(), ['And this afterwards'])
})

test('two processes at once give a file and send its message once', async (t) => {
  const desk = await inbox(t, { transferTimeout: 500 })
  await sendFile(desk)
  // Two processes at once: one gives it, the other finds it taken.
  await Promise.all([desk.deliver(), desk.deliver()])
  desk.clock.advance(60_000)
  await desk.deliver()
  assert.deepEqual([desk.meta.outbox.length, uploads(desk)], [1, 1])
})
