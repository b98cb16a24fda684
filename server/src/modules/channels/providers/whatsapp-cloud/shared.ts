import { sql } from 'kysely'
import { Counter } from 'prom-client'
import type { Context } from '#lib/context'
import { figures } from '#lib/figures'
import { type ChannelOfTenant, openCredentials } from '../../credentials.ts'
import { acceptedNow } from '../../rotate.ts'
import { cut, type NamedNumber, namesIn } from './cut.ts'

/** A webhook's part for one tenant, as it is stored: nothing of anybody else's is in it. */
export interface Part extends ChannelOfTenant {
  readonly body: Buffer
}

/** A channel that is named in a body, and whether one of its secrets signed that body. */
export interface Candidate extends ChannelOfTenant, NamedNumber {
  readonly isGenuine: boolean
}

// Far more than Meta puts into one body.
const mostNames = 500
const mostCandidates = 1_000

const unknownNumbers = new Counter({
  name: 'frontdesk_webhook_unknown_numbers_total',
  help: 'Changes in signed webhooks about numbers that nobody connected. Their content is kept nowhere.',
  registers: [figures],
})

/** The channels a body names by their numbers or their accounts, each asked whether its secret signed it. */
export async function candidatesFor(
  context: Context,
  body: Buffer,
  isSignedWith: (secret: string) => boolean,
): Promise<Candidate[]> {
  const { phoneNumberIds, wabaIds } = namesIn(body)
  const isNameless = phoneNumberIds.length + wabaIds.length === 0
  if (isNameless || phoneNumberIds.length + wabaIds.length > mostNames) return []
  const { rows } = await sql<ChannelOfTenant & NamedNumber & { sealedCredentials: Buffer }>`
    select tenant_id, channel_id, phone_number_id, waba_id, sealed_credentials
    from channels.locate_numbers(${phoneNumberIds}::text[], ${wabaIds}::text[], ${mostCandidates})`.execute(
    context.database.app,
  )
  const now = context.clock.now()
  // Numbers of one app share a secret: it is tried once.
  const tried = new Map<string, boolean>()
  const signs = (secret: string) => {
    const known = tried.get(secret) ?? isSignedWith(secret)
    tried.set(secret, known)
    return known
  }
  return rows.map(({ sealedCredentials, ...row }) => {
    const secrets = acceptedNow(openCredentials<'whatsapp_cloud'>(context, row, sealedCredentials), 'appSecret', now)
    return { ...row, isGenuine: secrets.filter(signs).length > 0 }
  })
}

/** One part a tenant, of what the secrets of its own channels prove. What is about nobody's number is counted and dropped. */
export function partsOf(body: Buffer, candidates: readonly Candidate[]): Part[] {
  const genuine = candidates.filter(({ isGenuine }) => isGenuine)
  const { parts, dropped } = cut(body, genuine)
  unknownNumbers.inc(dropped)
  return parts.map(({ tenantId, bytes }) => {
    // Always the same one for the same body, so that what Meta sends again is known again.
    const first = genuine.find((channel) => channel.tenantId === tenantId)
    return { tenantId, channelId: first?.channelId ?? '', body: bytes }
  })
}
