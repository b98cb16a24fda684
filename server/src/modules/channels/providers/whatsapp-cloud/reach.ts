import { randomBytes } from 'node:crypto'
import type { Context } from '#lib/context'
import { safeFetch } from '#lib/safe-fetch'
import { Unreachable } from '#lib/unreachable'
import type { Judged } from '../../health/judged.ts'

interface Reached {
  readonly webhookUrl: string
  readonly verifyToken: string
  /** WhatsApp’s stand-in runs beside us: then our own address need not be public. */
  readonly isLocal: boolean
  readonly heardLately: boolean
}

const patience = 10_000

/** Goes the way Meta goes at the handshake, through whatever stands in front of this server, and sees who answers. */
export async function reach(
  context: Context,
  { webhookUrl, verifyToken, isLocal, heardLately }: Reached,
): Promise<Judged> {
  const address = webhookUrl
  if (!isLocal && !webhookUrl.startsWith('https:')) return { code: 'reach_not_https', details: { address } }
  const challenge = randomBytes(12).toString('hex')
  const asked = new URL(webhookUrl)
  asked.searchParams.set('hub.mode', 'subscribe')
  asked.searchParams.set('hub.challenge', challenge)
  asked.searchParams.set('hub.verify_token', verifyToken)
  try {
    const { status, body } = await safeFetch(asked.href, {
      timeout: Math.min(patience, context.pace.sendTimeout),
      maxBytes: 10_000,
      ...(isLocal ? { allowedOrigins: [webhookUrl] } : {}),
    })
    const isOurs = status === 200 && body.toString('utf8') === challenge
    if (!isOurs) return { code: 'reach_wrong_answer', details: { address, status } }
    return { code: isLocal ? 'reach_local' : 'reach_answers' }
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    if (error.why === 'forbidden') return { code: 'reach_private', details: { address } }
    const reason = reasons[error.why]
    return heardLately
      ? { code: 'reach_unproven', details: { reason } }
      : { code: 'reach_failed', details: { address, reason } }
  }
}

const reasons: Readonly<Record<Exclude<Unreachable['why'], 'forbidden'>, string>> = {
  never_sent: 'No connection came about: the name, the certificate or a firewall is in the way.',
  timed_out: 'No answer came in time.',
  too_large: 'Something answered with far more than a challenge.',
  broken: 'The connection broke off.',
}
