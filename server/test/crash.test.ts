import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type FakeMeta, startFakeMeta } from '@frontdesk/fakes/meta'
import { openFirstDesk } from '../world/first-desk.ts'
import { emptyFolder, freePort } from '../world/place.ts'
import { type Program, runProgram } from '../world/process.ts'
import { steadily } from '../world/steadily.ts'
import { until } from '../world/until.ts'
import { everything, heard, inventory, messagesIn, type SeenConversation } from './crash/inventory.ts'
import { lateReceipts } from './crash/late-receipts.ts'
import { persist } from './crash/persist.ts'

const customers = Array.from({ length: 80 }, (_, index) => `+346001000${String(index).padStart(2, '0')}`)
const customerOf = (event: number) => customers[event % customers.length] ?? ''

test('kill -9 three times, while 300 webhooks a second arrive and replies go out, loses and repeats nothing', (t) =>
  crash(t, 3, (program) => program.kill('SIGKILL')))

test('kill -9 of Frontdesk and its database together loses and repeats nothing either', (t) =>
  crash(t, 1, (program, dataDir) => {
    process.kill(postmasterPid(dataDir), 'SIGKILL')
    program.kill('SIGKILL')
  }))

async function crash(t: TestContext, times: number, kill: (program: Program, dataDir: string) => void) {
  const meta = await slowMeta(t)
  const receipts = lateReceipts(meta)
  const dataDir = await emptyFolder(t)
  const port = await freePort()
  const start = async () => {
    const environment = { DEMO: '0', DATA_DIR: dataDir, PORT: String(port), WHATSAPP_API_URL: meta.url }
    const program = runProgram(t, environment)
    await program.says('Ready after')
    return program
  }
  let program = await start()
  const desk = await openFirstDesk(`http://127.0.0.1:${port}`, meta)

  const closing = new AbortController()
  const acknowledged: number[] = []
  const arrivals = steadily({ perSecond: 300, signal: closing.signal }, async (event) => {
    const words = { from: customerOf(event), text: `event ${event}` }
    const delivery = await meta.customerSends({ phoneNumberId: desk.phoneNumberId, ...words })
    if (delivery.delivered) acknowledged.push(event)
    return delivery
  })
  await until('some events of every customer', async () => (await heard(desk)) > 3 * customers.length)
  const threads = await everything(desk, '/conversations?')
  const replies = steadily({ perSecond: 40, times: threads.length }, (index) =>
    persist(desk, threads[index].id, `reply to ${threads[index].contact.phone}`),
  )

  for (let deaths = 1; deaths <= times; deaths++) {
    await moreSent(meta, 15)
    const unanswered = receipts.hold()
    assert.ok(unanswered.length > 0, 'killed while replies were under way')
    // In the very moment in which it acknowledges something, and is taking in what came before.
    await nextAcknowledged(meta, () => kill(program, dataDir))
    await program.ended
    program = await start()
  }
  closing.abort()

  const deliveries = await arrivals
  const taken = await replies
  await meta.idle()
  const knocks = deliveries.flatMap(({ attempts }) => attempts)
  assert.ok(
    knocks.some(({ status }) => status === 0),
    'webhooks came while nobody was there',
  )
  assert.equal(acknowledged.length, deliveries.length, 'and came again until somebody was')
  await until(
    `${acknowledged.length} events in their conversations`,
    async () => (await heard(desk)) >= acknowledged.length,
  )

  await until('every reply to have left, or to be unknown', async () => (await messagesIn(desk, 'queued')) === 0)
  await receipts.release()
  const reached = meta.outbox.map(({ text }) => text ?? '')
  assert.equal(new Set(reached).size, reached.length, 'no reply reached WhatsApp twice')
  assert.equal(new Set(meta.outbox.map((sent) => sent.bizOpaqueCallbackData)).size, reached.length)
  await until('every receipt to be taken in', async () => (await messagesIn(desk, 'delivered')) >= reached.length)

  const seen = await inventory(desk)
  assertEventsOnce(seen, acknowledged)
  assertRepliesHonest(seen, reached, taken)
  program.kill('SIGTERM')
  assert.equal(await program.ended, 0)
}

function moreSent(meta: FakeMeta, count: number): Promise<void> {
  const enough = meta.outbox.length + count
  return new Promise((resolve) => meta.on('sent', () => meta.outbox.length >= enough && resolve()))
}

function nextAcknowledged(meta: FakeMeta, act: () => void): Promise<void> {
  return new Promise((resolve) => {
    const off = meta.on('webhook', ({ status, finished }) => {
      if (status !== 200 || finished) return
      off()
      act()
      resolve()
    })
  })
}

/** Takes its time to answer, so that at any moment calls are under way that it has taken. */
async function slowMeta(t: TestContext): Promise<FakeMeta> {
  const meta = await startFakeMeta({ receipts: 'manual', retryGaps: Array(600).fill(200) })
  t.after(() => meta.close())
  meta.misbehave({ kind: 'stall', ms: 300 })
  meta.misbehave({ kind: 'duplicate', times: 100 })
  return meta
}

function assertEventsOnce(seen: readonly SeenConversation[], acknowledged: readonly number[]): void {
  assert.equal(seen.length, customers.length)
  for (const { phone, unreadCount, messages } of seen) {
    const there = messages.filter(({ direction }) => direction === 'inbound')
    const told = acknowledged.filter((event) => customerOf(event) === phone).map((event) => `event ${event}`)
    assert.deepEqual(there.map(({ text }) => text).sort(), told.sort(), `what ${phone} wrote, each once`)
    assert.equal(unreadCount, there.length)
  }
}

function assertRepliesHonest(
  seen: readonly SeenConversation[],
  reached: readonly string[],
  taken: readonly string[],
): void {
  const written = seen.flatMap(({ messages }) => messages).filter(({ direction }) => direction === 'outbound')
  assert.deepEqual(written.map(({ id }) => id).sort(), [...taken].sort(), 'every reply is there once')
  for (const { text, status, error } of written) {
    if (reached.includes(text)) assert.equal(status, 'delivered', text)
    else assert.ok(status === 'unknown' || error?.code === 'outcome_unknown', `${text} never left, and is ${status}`)
  }
}

function postmasterPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}
