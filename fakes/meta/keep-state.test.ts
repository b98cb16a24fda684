import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { startFakeMeta } from './index.ts'
import { salon, startReceiver } from './receiver.testing.ts'

const ana = '491713920001'

test('chats, personas and webhooks nobody took survive a restart', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'phone-'))
  t.after(() => rm(folder, { recursive: true }))
  const stateFile = join(folder, 'deep', 'phone.json')
  let up = false
  const receiver = await startReceiver(() => (up ? 200 : 503))
  t.after(() => receiver.close())

  const first = await startFakeMeta({ stateFile, retryGaps: [60_000] })
  first.addNumber({ ...salon, webhookUrl: receiver.url })
  first.chats.addPersona({ id: 'eva', name: 'Eva', phone: '4917139200055', userId: 'DE.5' })
  const refused = new Promise((resolve) => first.on('webhook', resolve))
  const unanswered = first.customerSends({ phoneNumberId: salon.phoneNumberId, from: ana, text: 'Anybody?' })
  await refused
  await first.close()
  assert.equal((await unanswered).delivered, false)

  up = true
  const second = await startFakeMeta({ stateFile })
  t.after(() => second.close())
  assert.equal(second.chats.find(salon.phoneNumberId, ana)?.messages[0]?.status, 'sent')
  second.addNumber({ ...salon, webhookUrl: receiver.url })
  await second.idle()
  assert.ok(second.chats.personas.some(({ id }) => id === 'eva'))
  assert.equal(second.chats.find(salon.phoneNumberId, ana)?.messages[0]?.status, 'delivered')
  assert.deepEqual(receiver.received[0]?.raw, receiver.received[1]?.raw)
})

test('a file that cannot be read stops the start with its name', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'phone-'))
  t.after(() => rm(folder, { recursive: true }))
  const stateFile = join(folder, 'phone.json')
  await writeFile(stateFile, '{')
  await assert.rejects(startFakeMeta({ stateFile }), /phone\.json cannot be read/)
})
