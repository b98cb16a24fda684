import { after, type TestContext } from 'node:test'
import { logger } from '#lib/log'
import type { Principal, Tx } from '#lib/tx'
import { addMember, openWorkspace } from '#tenancy'
import { type App, buildApp, type Overrides } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { runningClock, type SettableClock, standingClock } from './clock.ts'
import { cloneDatabase, testPostgres, testSecret } from './cluster.ts'

export interface Desk {
  readonly tenantId: string
  readonly slug: string
  readonly owner: Principal
  readonly manager: Principal
  readonly staff: Principal
  /** Bearer token of each member. */
  readonly tokens: { readonly owner: string; readonly manager: string; readonly staff: string }
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
  if (t) t.after(() => opened.close())
  else after(() => opened.close())
  return opened
}

/** The same, closed by the caller. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const postgres = await testPostgres()
  const database = await cloneDatabase(postgres)
  const clock = options.time === 'running' ? runningClock() : standingClock(new Date('2026-03-02T09:00:00Z'))
  const config = readConfig({
    FRONTDESK_SECRET: testSecret,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...options.environment,
  })
  const log = logger({ level: config.logLevel, pretty: false })
  const context = buildApp(config, database.ownerUrl, { clock, log, ...options })

  const [salon, clinic] = await Promise.all([
    desk(context, 'Salon Rosa', 'salon-rosa', 'rosa.test'),
    desk(context, 'Clinic Nord', 'clinic-nord', 'nord.test'),
  ])
  const close = async () => {
    await context.database.close()
    await database.drop()
    await postgres.stop()
  }
  return { context, clock, ownerUrl: database.ownerUrl, salon, clinic, close }
}

async function desk(context: App, name: string, slug: string, domain: string): Promise<Desk> {
  const signUp = (person: string) =>
    context.accounts.signUp(
      { name: person, email: `${person.toLowerCase()}@${domain}`, password: 'correct horse' },
      new Headers(),
    )
  const [owner, manager, staff] = await Promise.all([signUp('Owner'), signUp('Manager'), signUp('Staff')])

  const opened = await openWorkspace(context, owner.user.id, {
    name,
    slug,
    timezone: 'Europe/Madrid',
    currency: 'EUR',
    country: 'ES',
  })
  const join = async (userId: string, role: 'manager' | 'staff'): Promise<Principal> => {
    const id = await context.withTenant(opened, (tx) => addMember(tx, { userId, role }))
    return { tenantId: opened.tenantId, actor: { kind: 'member', id, userId, role } }
  }
  return {
    tenantId: opened.tenantId,
    slug,
    owner: opened,
    manager: await join(manager.user.id, 'manager'),
    staff: await join(staff.user.id, 'staff'),
    tokens: { owner: owner.token, manager: manager.token, staff: staff.token },
    as: (who, act) => context.withTenant(who, act),
  }
}
