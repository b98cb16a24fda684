import { join } from 'node:path'
import { startFakeMeta } from '@frontdesk/fakes/meta'
import { startPostgres } from '#lib/postgres/start'
import { type FirstDesk, openFirstDesk } from '../world/first-desk.ts'
import { freePort } from '../world/place.ts'
import { runProgram } from '../world/process.ts'
import { steadily } from '../world/steadily.ts'
import { aim, percentile, spread, type Times, table } from './figures.ts'
import { Filling } from './inbox-volume.ts'
import { onStage, type Stage } from './stage.ts'
import { surroundings } from './surroundings.ts'

const busy = { conversations: 100_000, messages: 1_000_000 }
const neighbours = { workspaces: 1_000, conversations: 100, messages: 1_000 }
// One token may ask twenty times a second.
const perSecond = 15
const times = 600

/** What staff look at. */
const lists = [
  '/conversations',
  '/conversations?status=open',
  '/conversations?status=pending',
  '/conversations?status=open&assignee=me',
  '/conversations?assignee=none',
  '/conversations?unread=true',
  '/conversations/counts',
]

/** Words everybody says, rare ones, both together, a word half typed, an order's number, a name, a number, nothing at all. */
const searches = [
  'hola',
  'gracias cita',
  'zazaza',
  'hola yuzavi',
  'maña',
  'A777770',
  'A9',
  'Ana',
  'Beatriz Quintana',
  '610054',
  'sin resultado',
]

interface Round {
  readonly list: Times
  readonly search: Times
  /** Of each question by itself: one that everybody asks may hide behind ten that are quick. */
  readonly each: ReadonlyMap<string, Times>
}

await onStage(async (stage) => {
  const { desk, filling, around } = await prepare(stage)
  await told(`Filling one workspace: ${busy.conversations} conversations, ${busy.messages} messages`, () =>
    filling.fillOnly(busy),
  )
  const alone = await told('Measuring it alone', () => measure(desk))
  await told(`Filling ${neighbours.workspaces} workspaces beside it`, () =>
    filling.fillNeighbours(neighbours.workspaces, neighbours),
  )
  const beside = await told('Measuring it among them', () => measure(desk))
  report(around, alone, beside)
})

async function prepare(stage: Stage) {
  const meta = await startFakeMeta()
  stage.after(() => meta.close())
  const port = await freePort()
  const environment = { DEMO: '0', DATA_DIR: stage.folder, PORT: String(port), WHATSAPP_API_URL: meta.url }
  await runProgram(stage, environment).says('Ready after')
  const postgres = await startPostgres({ dir: join(stage.folder, 'postgres') })
  const around = await surroundings(postgres)
  stage.after(() => postgres.stop())
  const desk = await openFirstDesk(`http://127.0.0.1:${port}`, meta)
  const filling = new Filling(postgres.url('frontdesk'))
  await filling.open()
  stage.after(() => filling.close())
  return { desk, filling, around }
}

/** Lists and searches by turns, each kind of them once before it counts. */
async function measure(desk: FirstDesk): Promise<Round> {
  const round = { list: [] as number[], search: [] as number[] }
  const each = new Map<string, number[]>()
  const all = [
    ...lists.map((path) => ['list', path] as const),
    ...searches.map((words) => ['search', found(words)] as const),
  ]
  for (const [, path] of all) await timed(desk, path)
  await steadily({ perSecond, times }, async (index) => {
    const kind = index % 2 === 0 ? 'list' : 'search'
    const ofKind = all.filter(([one]) => one === kind)
    const [, path] = ofKind[(index >> 1) % ofKind.length] ?? ['', '']
    const took = await timed(desk, path)
    round[kind].push(took)
    each.set(path, [...(each.get(path) ?? []), took])
  })
  return { ...round, each }
}

function found(words: string): string {
  return `/search?q=${encodeURIComponent(words)}`
}

async function timed(desk: FirstDesk, path: string): Promise<number> {
  const begun = performance.now()
  const { status } = await desk.ask('GET', path)
  const took = performance.now() - begun
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  return took
}

async function told<T>(what: string, act: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const result = await act()
  console.log(`${what}: ${((performance.now() - begun) / 1_000).toFixed(0)} s`)
  return result
}

function report(around: string, alone: Round, beside: Round): void {
  console.log(`\n${around}\n${times / 2} of each at ${perSecond} a second\n`)
  const rows = (['list', 'search'] as const).flatMap((kind) => [
    { '': `${kind}, one workspace`, ...spread(alone[kind]) },
    { '': `${kind}, ${neighbours.workspaces} beside it`, ...spread(beside[kind]) },
  ])
  console.log(`${table(rows)}\n`)
  console.log(
    `${table([...beside.each].map(([path, times]) => ({ '': decodeURIComponent(path), ...spread(times) })))}\n`,
  )
  for (const [kind, most] of [
    ['list', 30],
    ['search', 80],
  ] as const) {
    const [before, after] = [percentile(alone[kind], 95), percentile(beside[kind], 95)]
    console.log(aim(`p95 of a ${kind} under ${most} ms: ${after.toFixed(1)} ms`, after < most))
    console.log(aim(`at most 1.1 × of the same alone: ${(after / before).toFixed(2)}`, after / before <= 1.1))
  }
}
