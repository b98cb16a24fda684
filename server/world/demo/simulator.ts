import { join } from 'node:path'
import { type FakeMeta, startFakeMeta } from '@frontdesk/fakes/meta'
import pg from 'pg'

// Any constant does: one process at a time plays the outside world of a demo.
const simulatorLock = 7_206_919

export interface Simulator {
  readonly meta: FakeMeta
  stop(): Promise<void>
}

/**
 * The outside world of a demo: a WhatsApp that lives in this process and keeps the phone's chats between starts. Undefined
 * when another process on the same database plays it already.
 */
export async function startSimulator(ownerUrl: string, dataDir: string): Promise<Simulator | undefined> {
  const seat = new pg.Client({ connectionString: ownerUrl, application_name: 'frontdesk simulator', keepAlive: true })
  seat.on('error', () => undefined)
  await seat.connect()
  const { rows } = await seat.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [simulatorLock])
  if (!rows[0]?.held) {
    await seat.end()
    return undefined
  }

  const meta = await startFakeMeta({ stateFile: join(dataDir, 'simulator.json') })
  return {
    meta,
    async stop() {
      await meta.close()
      await seat.end()
    },
  }
}
