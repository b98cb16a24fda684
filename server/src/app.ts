import { type Clock, systemClock } from '#lib/clock'
import type { Context, Pace } from '#lib/context'
import { connect, type Database } from '#lib/database/connect'
import { appPassword, appRole } from '#lib/database/roles'
import type { AnyDoor } from '#lib/door'
import type { Reaction } from '#lib/facts/react'
import type { AnyJob } from '#lib/jobs/job'
import { type Logger, logger } from '#lib/log'
import type { Loop } from '#lib/loop'
import { sealerFor } from '#lib/seal'
import { tenantTransactions } from '#lib/tx'
import type { Webhook } from '#lib/webhook'
import { type Accounts, openAccounts } from '#tenancy'
import type { Config } from './config.ts'
import { doors as contactsDoors } from './modules/contacts/routes.ts'
import { doors as tenancyDoors } from './modules/tenancy/routes.ts'

/** Everything the modules bring to the outside, in the order of modules.ts. */
export const doors: readonly AnyDoor[] = [...tenancyDoors, ...contactsDoors]
export const webhooks: readonly Webhook[] = []
export const jobs: readonly AnyJob[] = []
export const loops: readonly Loop[] = []
export const reactions: readonly Reaction[] = []

export interface App extends Context {
  readonly config: Config
  readonly accounts: Accounts
}

export const pace: Pace = { sendTimeout: 20_000, unknownFor: 60_000, retryBase: 1_000, sweep: 2_000 }

/** What a test puts in the place of the real thing. */
export interface Overrides {
  readonly clock?: Clock
  readonly log?: Logger
  readonly pace?: Partial<Pace>
  readonly trustedUrls?: readonly string[]
}

/** Builds the app on a migrated database. The only wiring there is. */
export function buildApp(config: Config, ownerUrl: string, overrides: Overrides = {}): App {
  const clock = overrides.clock ?? systemClock
  const database: Database = connect(ownerUrl, { role: appRole, password: appPassword(config.secret) })
  return {
    config,
    clock,
    log: overrides.log ?? logger({ level: config.logLevel, pretty: process.stdout.isTTY }),
    sealer: sealerFor(config.secret),
    database,
    withTenant: tenantTransactions(database, clock),
    pace: { ...pace, ...overrides.pace },
    publicUrl: config.publicUrl,
    providerUrls: { whatsapp: config.whatsappApiUrl },
    trustedUrls: [config.whatsappApiUrl, ...(overrides.trustedUrls ?? [])],
    accounts: openAccounts(database.app, { secret: config.secret, publicUrl: config.publicUrl }),
  }
}
