import { join } from 'node:path'
import { type FakeMeta, startFakeMeta } from '@frontdesk/fakes/meta'
import { startPostgres } from '#lib/postgres/start'
import { type EventStream, openEventStream, type StreamEvent } from '../world/event-stream.ts'
import { type FirstDesk, openFirstDesk } from '../world/first-desk.ts'
import { freePort } from '../world/place.ts'
import { runProgram } from '../world/process.ts'
import { steadily } from '../world/steadily.ts'
import { aim, percentile, spread, type Times, table } from './figures.ts'
import { onStage, type Stage } from './stage.ts'
import { surroundings } from './surroundings.ts'

const customers = Array.from({ length: 20 }, (_, index) => `+346001000${String(index).padStart(2, '0')}`)
// One token may ask twenty times a second.
const perSecond = 15
const times = 300

await onStage(async (stage) => {
  const meta = await startFakeMeta()
  stage.after(() => meta.close())
  const { desk, around } = await prepare(stage, meta)
  const authorization = `Bearer ${desk.token}`
  const stream = await openEventStream(stage, `${desk.api}/stream`, { authorization })

  // Before it counts everybody has written and been answered once, and whatever is slow the first time has been.
  const threads = await startThreads(meta, desk, stream)
  await toProvider(meta, desk, threads, threads.length)
  const inward = await toBrowser(meta, desk, stream, threads)
  const outward = await toProvider(meta, desk, threads, times)
  report(around, inward, outward)
})

async function prepare(stage: Stage, meta: FakeMeta) {
  const port = await freePort()
  const environment = { DEMO: '0', DATA_DIR: stage.folder, PORT: String(port), WHATSAPP_API_URL: meta.url }
  await runProgram(stage, environment).says('Ready after')
  const postgres = await startPostgres({ dir: join(stage.folder, 'postgres') })
  const around = await surroundings(postgres)
  stage.after(() => postgres.stop())
  return { desk: await openFirstDesk(`http://127.0.0.1:${port}`, meta), around }
}

interface Thread {
  readonly phone: string
  readonly conversationId: string
}

async function startThreads(meta: FakeMeta, desk: FirstDesk, stream: EventStream): Promise<Thread[]> {
  const threads: Thread[] = []
  for (const phone of customers) {
    await meta.customerSends({ phoneNumberId: desk.phoneNumberId, from: phone, text: 'Hello' })
    const { data } = await stream.next(isMessage)
    threads.push({ phone, conversationId: data.conversationId })
  }
  return threads
}

/** Milliseconds from a customer's message leaving the provider to its event in the browser. */
async function toBrowser(
  meta: FakeMeta,
  desk: FirstDesk,
  stream: EventStream,
  threads: readonly Thread[],
): Promise<Times> {
  const left = new Map(threads.map(({ conversationId }) => [conversationId, [] as number[]]))
  const sending = steadily({ perSecond, times }, async (index) => {
    const { phone, conversationId } = threadOf(threads, index)
    left.get(conversationId)?.push(performance.now())
    await meta.customerSends({ phoneNumberId: desk.phoneNumberId, from: phone, text: `message ${index}` })
  })
  const measured: number[] = []
  while (measured.length < times) {
    const { data } = await stream.next(isMessage)
    // Within a thread messages come in the order in which they left.
    measured.push(performance.now() - (left.get(data.conversationId)?.shift() ?? Number.NaN))
  }
  await sending
  return measured
}

/** Milliseconds from staff sending a reply to the provider being called with it. */
async function toProvider(meta: FakeMeta, desk: FirstDesk, threads: readonly Thread[], count: number): Promise<Times> {
  const arrived = new Map<string | null, number>()
  const all = Promise.withResolvers<void>()
  const off = meta.on('sent', ({ text }) => {
    arrived.set(text, performance.now())
    if (arrived.size === count) all.resolve()
  })
  const replies = await steadily({ perSecond, times: count }, async (index) => {
    const text = `reply ${index} of ${count}`
    const begun = performance.now()
    const { conversationId } = threadOf(threads, index)
    const { status } = await desk.ask(
      'POST',
      `/conversations/${conversationId}/messages`,
      { text },
      { 'idempotency-key': text },
    )
    if (status !== 201) throw new Error(`a reply was answered ${status}`)
    return { text, begun }
  })
  await all.promise
  off()
  return replies.map(({ text, begun }) => (arrived.get(text) ?? Number.NaN) - begun)
}

function threadOf(threads: readonly Thread[], index: number): Thread {
  const thread = threads[index % threads.length]
  if (!thread) throw new Error('nobody has written')
  return thread
}

function isMessage({ data }: StreamEvent): boolean {
  return data?.name === 'conversations.message_received'
}

function report(around: string, inward: Times, outward: Times): void {
  console.log(`\n${around}\n${times} of each at ${perSecond} a second, in ${customers.length} conversations\n`)
  const rows = [
    { '': 'customer’s message → browser’s event', ...spread(inward) },
    { '': 'staff’s reply → provider’s call', ...spread(outward) },
  ]
  console.log(`${table(rows)}\n`)
  for (const [what, times] of [
    ['inward', inward],
    ['outward', outward],
  ] as const) {
    const slow = percentile(times, 95)
    console.log(aim(`p95 ${what} under 150 ms: ${slow.toFixed(1)} ms`, slow < 150))
  }
}
