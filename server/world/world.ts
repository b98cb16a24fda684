import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import type { OnQuery } from '#lib/database/connect'
import { logger } from '#lib/log'
import type { Principal, Tx } from '#lib/tx'
import { type App, buildApp, type Overrides, openPools } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { afterwards } from './afterwards.ts'
import { castTemplate, type DeskNotes } from './cast.ts'
import { runningClock, type SettableClock, standingClock } from './clock.ts'
import { cloneDatabase, testPostgres, testSecret } from './cluster.ts'

export interface Desk extends DeskNotes {
  as<T>(who: Principal, act: (tx: Tx) => Promise<T>): Promise<T>
}

export interface World {
  readonly context: App
  readonly clock: SettableClock
  readonly ownerUrl: string
  readonly salon: Desk
  readonly clinic: Desk
  close(): Promise<void>
}

export interface WorldOptions extends Overrides {
  /** Variables beside the tests' own, such as SIGN_UP. */
  readonly environment?: Record<string, string>
  readonly onQuery?: OnQuery
  /** `running`: real time, for flows in which real processes wait for each other. */
  readonly time?: 'standing' | 'running'
}

/**
 * The named cast on a real, freshly cloned database: Salon Rosa and Clinic Nord, two workspaces that must never see each
 * other, each with an owner, a manager and one of staff. Everything is taken down after the test (or the file, when called
 * without a test).
 */
export async function world(t?: TestContext, options: WorldOptions = {}): Promise<World> {
  const opened = await openWorld(options)
  if (t) afterwards(t, () => opened.close())
  else after(() => opened.close())
  return opened
}

/** The same, closed by the caller. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const postgres = await testPostgres()
  const { notes, ...database } = await cloneDatabase(postgres, castTemplate)
  const clock = options.time === 'running' ? runningClock() : standingClock(new Date('2026-03-02T09:00:00Z'))
  const dataDir = await mkdtemp(join(tmpdir(), 'frontdesk-world-'))
  const config = readConfig({
    DATA_DIR: dataDir,
    FRONTDESK_SECRET: testSecret,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...options.environment,
  })
  const log = logger({ level: config.logLevel, pretty: false })
  const context = buildApp(config, openPools(config, database.ownerUrl, options.onQuery), { clock, log, ...options })

  const { salon, clinic } = notes as { salon: DeskNotes; clinic: DeskNotes }
  const close = async () => {
    await context.database.close()
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
    await postgres.stop()
  }
  const as: Desk['as'] = (who, act) => context.withTenant(who, act)
  return { context, clock, ownerUrl: database.ownerUrl, salon: { ...salon, as }, clinic: { ...clinic, as }, close }
}
