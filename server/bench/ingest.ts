import { join } from 'node:path'
import { startFakeMeta } from '@frontdesk/fakes/meta'
import { type RunningPostgres, startPostgres } from '#lib/postgres/start'
import { openFirstDesk } from '../world/first-desk.ts'
import { freePort } from '../world/place.ts'
import { runProgram } from '../world/process.ts'
import { aim, median, percentile, spread, table } from './figures.ts'
import { asking, webhooks } from './requests.ts'
import { onStage, type Stage } from './stage.ts'
import { readOne, surroundings } from './surroundings.ts'
import { type Volley, volley } from './volley.ts'

const connections = 128
const rounds = 8
const seconds = 2
// More than any round gets through.
const mostPerRound = 16_000 * seconds

await onStage(async (stage) => {
  const { floor, door, postgres } = await prepare(stage)
  const around = await surroundings(postgres)
  await shoot(floor, asking(floor))
  await shoot(door.url, door.webhooks(mostPerRound / 3).values())
  const stored = await storedIn(postgres)

  const floors: Volley[] = []
  const ingests: Volley[] = []
  for (let round = 1; round <= rounds; round++) {
    floors.push(await shoot(floor, asking(floor)))
    ingests.push(await shoot(door.url, door.webhooks(mostPerRound).values()))
    const [one, other] = [floors.at(-1), ingests.at(-1)].map((volley) => Math.round(volley?.perSecond ?? 0))
    console.log(`round ${round}: floor ${one}/s, webhooks ${other}/s`)
  }
  report({ around, floors, ingests, stored: (await storedIn(postgres)) - stored })
})

async function prepare(stage: Stage) {
  const meta = await startFakeMeta({ receipts: 'manual' })
  stage.after(() => meta.close())
  const environment = {
    DEMO: '0',
    DATA_DIR: stage.folder,
    ROLES: 'http',
    PORT: String(await freePort()),
    WHATSAPP_API_URL: meta.url,
  }
  const server = runProgram(stage, environment, join(import.meta.dirname, 'ingest-server.ts'))
  const postgres = await server.says('Ready: ').then(() => startPostgres({ dir: join(stage.folder, 'postgres') }))
  stage.after(() => postgres.stop())

  const base = `http://127.0.0.1:${environment.PORT}`
  await openFirstDesk(base, meta)
  const [number] = meta.numbers
  if (!number) throw new Error('the desk has no number')
  const url = new URL(number.webhookUrl)
  return {
    postgres,
    floor: new URL(`${base}/floor`),
    door: { url, webhooks: (count: number) => webhooks(url, number, count) },
  }
}

function shoot(url: URL, requests: Iterator<Buffer>): Promise<Volley> {
  return volley(url, { connections, seconds, requests })
}

async function storedIn(postgres: RunningPostgres): Promise<number> {
  const { count } = await readOne<{ count: string }>(postgres, 'select count(*) as count from channels.inbound')
  return Number(count)
}

interface Results {
  readonly around: string
  readonly floors: readonly Volley[]
  readonly ingests: readonly Volley[]
  readonly stored: number
}

function report({ around, floors, ingests, stored }: Results): void {
  const row = (what: string, volleys: readonly Volley[]) => {
    const perSecond = median(volleys.map(({ perSecond }) => perSecond))
    const times = volleys.flatMap(({ times }) => times)
    return { perSecond, times, cells: { '': what, 'per second': String(Math.round(perSecond)), ...spread(times) } }
  }
  const floor = row('floor: select 1', floors)
  const ingest = row('webhooks stored', ingests)
  // Each round against the one just before it: what else the machine does weighs on both alike.
  const ratio = median(ingests.map(({ perSecond }, round) => perSecond / (floors[round]?.perSecond ?? Number.NaN)))
  const slowest = percentile(ingest.times, 99)
  const taken = ingests.reduce((sum, volley) => sum + volley.taken, 0)
  const refused = [...floors, ...ingests].reduce((sum, volley) => sum + volley.refused, 0)

  console.log(`\n${around}\n${connections} connections, medians of ${rounds} rounds of ${seconds} s each\n`)
  console.log(table([floor.cells, ingest.cells]))
  console.log(`\n${aim(`at least 0.7 of the floor: ${ratio.toFixed(2)}`, ratio >= 0.7)}`)
  console.log(aim(`p99 under 100 ms: ${slowest.toFixed(1)} ms`, slowest < 100))
  console.log(
    aim(
      `every acknowledged webhook is a row: ${taken} and ${stored}, ${refused} refused`,
      taken === stored && refused === 0,
    ),
  )
  if (taken !== stored || refused > 0) process.exitCode = 1
}
