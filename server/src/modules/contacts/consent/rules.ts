import { z } from 'zod'
import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import type { QuietHours } from './quiet-hours.ts'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use hours and minutes, such as 21:00.')

const Hours = z
  .object({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'They end when they begin. Choose another time.' })

export const ConsentRules = z
  .object({
    marketingNeedsGrant: z
      .boolean()
      .describe('Whether marketing goes only to who agreed to it. false: to everybody who has not opted out.'),
    confirmOptOut: z.boolean().describe('Whether who writes STOP on WhatsApp is told, once, that they were heard.'),
    quietHours: Hours.nullable().describe(
      'By the clock of the person written to. What is sent for service and marketing waits until they end, unless it is urgent.',
    ),
  })
  .meta({ id: 'ConsentRules' })
export type ConsentRules = z.output<typeof ConsentRules>

export const ConsentRulesChange = ConsentRules.partial().meta({ id: 'ConsentRulesChange' })
export type ConsentRulesChange = z.output<typeof ConsentRulesChange>

const defaults: ConsentRules = { marketingNeedsGrant: true, confirmOptOut: true, quietHours: null }

/** How this business deals with consent, and when it leaves people in peace. */
export async function getRules(tx: Tx): Promise<ConsentRules> {
  permit(tx, 'contacts.read')
  return readRules(tx)
}

/** Changes what is given and leaves the rest; answers what holds now. */
export async function changeRules(tx: Tx, change: ConsentRulesChange): Promise<ConsentRules> {
  permit(tx, 'contacts.rule-consent')
  const from = await readRules(tx)
  const to = { ...from, ...withoutGaps(change) }
  if (JSON.stringify(from) === JSON.stringify(to)) return to
  const { marketingNeedsGrant, confirmOptOut, quietHours } = to
  const row = {
    ...{ marketingNeedsGrant, confirmOptOut },
    ...{ quietFrom: quietHours?.from ?? null, quietTo: quietHours?.to ?? null },
  }
  await tx.db
    .insertInto('contacts.consentRules')
    .values(row)
    .onConflict((conflict) => conflict.column('tenantId').doUpdateSet(row))
    .execute()
  await announce(tx, 'contacts.consent_rules_changed', { subjectId: tx.tenantId, details: { from, to } })
  return to
}

/** The same for Frontdesk itself, which asks before each message. */
export async function readRules(tx: Tx): Promise<ConsentRules> {
  const row = await tx.db
    .selectFrom('contacts.consentRules')
    .select(['marketingNeedsGrant', 'confirmOptOut', 'quietFrom', 'quietTo'])
    .where('tenantId', '=', tx.tenantId)
    .executeTakeFirst()
  if (!row) return defaults
  const { quietFrom, quietTo, ...rules } = row
  return { ...rules, quietHours: hoursOf(quietFrom, quietTo) }
}

function hoursOf(from: string | null, to: string | null): QuietHours | null {
  return from === null || to === null ? null : { from: from.slice(0, 5), to: to.slice(0, 5) }
}

function withoutGaps(change: ConsentRulesChange): Partial<ConsentRules> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
