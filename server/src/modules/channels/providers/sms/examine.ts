import type { Context } from '#lib/context'
import { safeFetch } from '#lib/safe-fetch'
import { Unreachable } from '#lib/unreachable'
import type { Judged } from '../../health/judged.ts'
import type { Examined, OpenedChannel, Verdict } from '../../port.ts'
import { type AccountAnswers, askAccount, numberIn } from './ask-account.ts'
import { readError } from './error-classes.ts'
import { judgeAccount, judgeNumber, judgeService, judgeWebhook } from './judge-account.ts'
import { open } from './open.ts'
import { whoIsHere } from './webhooks.ts'

const patience = 10_000

/** Looks at a sender from every side: what Twilio says of it, and whether Twilio would get through to us. */
export async function examine(context: Context, channel: OpenedChannel<'sms'>): Promise<Examined> {
  const { statusUrl, baseUrl } = open(context, channel)
  const [answers, reached] = await Promise.all([
    askAccount(context, channel),
    reach(context, statusUrl, baseUrl.startsWith('http:')),
  ])
  const { settings } = channel
  const judged = [
    ...judgeAccount(answers.account),
    settings.messagingServiceSid
      ? judgeService(answers.sender)
      : judgeNumber(answers.sender, settings.phoneNumber ?? ''),
    ...judgeWebhook(answers.sender, settings, statusUrl),
  ]
  return { verdict: verdictOf(answers, channel), judged: [...judged, reached] }
}

/** Known is a sender whose account lets us in and has it. */
function verdictOf({ account, sender }: AccountAnswers, { settings }: OpenedChannel<'sms'>): Verdict {
  if (account.outcome !== 'answered') return account
  if (typeof account.body.status === 'string' && account.body.status !== 'active')
    return { outcome: 'refused', error: readError(20005) }
  if (sender && sender.outcome !== 'answered') return sender
  const isMissing = settings.phoneNumber?.startsWith('+') && !numberIn(sender)
  return isMissing ? { outcome: 'refused', error: readError(21606) } : { outcome: 'answered' }
}

/** Goes the way Twilio goes, through whatever stands in front of this server, and sees who answers. */
async function reach(context: Context, address: string, isLocal: boolean): Promise<Judged> {
  if (!isLocal && !address.startsWith('https:')) return { code: 'sms_reach_not_https', details: { address } }
  try {
    const { status, body } = await safeFetch(address, {
      timeout: Math.min(patience, context.pace.sendTimeout),
      maxBytes: 10_000,
      ...(isLocal ? { allowedOrigins: [address] } : {}),
    })
    const isOurs = status === 200 && body.toString('utf8') === whoIsHere
    return isOurs ? { code: 'sms_reach_answers' } : { code: 'sms_reach_wrong_answer', details: { address, status } }
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    return { code: error.why === 'forbidden' ? 'sms_reach_private' : 'sms_reach_failed', details: { address } }
  }
}
