import { join } from 'node:path'
import { countWaiting } from '#conversations'
import { type Clock, systemClock } from '#lib/clock'
import type { Context, Pace } from '#lib/context'
import { connect, type Database, type OnQuery } from '#lib/database/connect'
import { appPassword, appRole } from '#lib/database/roles'
import type { AnyDoor } from '#lib/door'
import type { Reaction } from '#lib/facts/react'
import { openStore } from '#lib/files/open-store'
import type { AnyJob } from '#lib/jobs/job'
import { type Logger, logger } from '#lib/log'
import type { Loop } from '#lib/loop'
import { outboxIn } from '#lib/outbox'
import { sealerFor } from '#lib/seal'
import { linkSignerFor } from '#lib/signed-links'
import { tenantTransactions } from '#lib/tx'
import type { Webhook } from '#lib/webhook'
import { type Accounts, type Issuer, openAccounts, openIssuer } from '#tenancy'
import type { Config } from './config.ts'
import { doors as auditDoors } from './modules/audit/routes.ts'
import { healthDoors } from './modules/channels/health/routes.ts'
import { jobs as channelsJobs, loops as channelsLoops } from './modules/channels/jobs.ts'
import { doors as channelsDoors } from './modules/channels/routes.ts'
import { webhooks as channelsWebhooks } from './modules/channels/webhooks.ts'
import { jobs as contactsJobs, loops as contactsLoops } from './modules/contacts/jobs.ts'
import { reactions as contactsReactions } from './modules/contacts/reactions.ts'
import { doors as contactsDoors } from './modules/contacts/routes.ts'
import { jobs as conversationsJobs, loops as conversationsLoops } from './modules/conversations/jobs.ts'
import { reactions as conversationsReactions } from './modules/conversations/reactions.ts'
import { doors as conversationsDoors } from './modules/conversations/routes.ts'
import { jobs as mediaJobs, loops as mediaLoops } from './modules/media/jobs.ts'
import { doors as mediaDoors } from './modules/media/routes.ts'
import { jobs as templatesJobs } from './modules/templates/jobs.ts'
import { reactions as templatesReactions } from './modules/templates/reactions.ts'
import { doors as templatesDoors } from './modules/templates/routes.ts'
import { doors as tenancyDoors } from './modules/tenancy/routes.ts'

/** Everything the modules bring to the outside, in the order of modules.ts. */
export const doors: readonly AnyDoor[] = [
  ...tenancyDoors,
  ...contactsDoors,
  ...channelsDoors,
  ...healthDoors(countWaiting),
  ...mediaDoors,
  ...templatesDoors,
  ...conversationsDoors,
  ...auditDoors,
]
export const webhooks: readonly Webhook[] = [...channelsWebhooks]
export const jobs: readonly AnyJob[] = [
  ...contactsJobs,
  ...channelsJobs,
  ...mediaJobs,
  ...templatesJobs,
  ...conversationsJobs,
]
export const loops: readonly Loop[] = [...contactsLoops, ...channelsLoops, ...mediaLoops, ...conversationsLoops]
export const reactions: readonly Reaction[] = [...contactsReactions, ...templatesReactions, ...conversationsReactions]

export interface App extends Context {
  readonly config: Config
  readonly accounts: Accounts
  /** The other service by which people may sign in, if there is one. */
  readonly issuer: Issuer | undefined
}

export const pace: Pace = {
  sendTimeout: 20_000,
  unknownFor: 60_000,
  transferTimeout: 300_000,
  retryBase: 1_000,
  sweep: 2_000,
  examine: 1_800_000,
}

/** What a test puts in the place of the real thing. */
export interface Overrides {
  readonly clock?: Clock
  readonly log?: Logger
  readonly pace?: Partial<Pace>
  readonly trustedUrls?: readonly string[]
}

/** Opens a migrated database as this installation does. */
export function openPools(config: Config, ownerUrl: string, onQuery?: OnQuery): Database {
  return connect(ownerUrl, { role: appRole, password: appPassword(config.secret) }, onQuery ? { onQuery } : {})
}

/** Builds the app on an open database. The only wiring there is. */
export function buildApp(config: Config, database: Database, overrides: Overrides = {}): App {
  const clock = overrides.clock ?? systemClock
  const log = overrides.log ?? logger({ level: config.logLevel, pretty: process.stdout.isTTY })
  const { publicUrl } = config
  return {
    config,
    clock,
    log,
    sealer: sealerFor(config.secret),
    database,
    withTenant: tenantTransactions(database, clock),
    pace: { ...pace, ...overrides.pace },
    publicUrl,
    writeMail: outboxIn(join(config.dataDir, 'outbox'), { from: senderAt(publicUrl), clock, log }),
    files: openStore(config.dataDir, config.bucket),
    links: linkSignerFor(config.secret),
    providerUrls: { whatsapp: config.whatsappApiUrl, twilio: config.twilioApiUrl },
    whatsappVerifyToken: config.whatsappVerifyToken,
    trustedUrls: [config.whatsappApiUrl, config.twilioApiUrl, ...(overrides.trustedUrls ?? [])],
    accounts: openAccounts(database.app, { secret: config.secret, publicUrl }),
    issuer: config.oidc && openIssuer(config.oidc, { callback: `${publicUrl}/api/v1/auth/oidc/callback`, log }),
  }
}

function senderAt(publicUrl: string): string {
  return `Frontdesk <no-reply@${new URL(publicUrl).hostname}>`
}
