import type { Context } from '#lib/context'
import type { Examined, OpenedChannel } from '../../port.ts'
import { askHealth } from './ask-health.ts'
import { judgeHealth } from './judge-health.ts'
import { openForExamination } from './open.ts'
import { reach } from './reach.ts'

const lately = 24 * 3_600_000

/** Looks at a number from every side: what Meta says of it, and whether Meta would get through to us. */
export async function examine(context: Context, channel: OpenedChannel<'whatsapp_cloud'>): Promise<Examined> {
  const now = context.clock.now()
  const opened = openForExamination(context, channel)
  const webhookUrl = `${context.publicUrl}/webhooks/whatsapp/${channel.key}`
  // Only servers the operator vouches for may be plain: the provider's stand-ins.
  const isLocal = opened.baseUrl.startsWith('http:')
  const heardLately = channel.lastEventAt !== null && now.getTime() - channel.lastEventAt.getTime() < lately
  const { verifyToken } = channel.credentials
  const [answers, reached] = await Promise.all([
    askHealth(context, opened),
    reach(context, { webhookUrl, verifyToken, isLocal, heardLately }),
  ])
  const sharedWebhookUrl = context.whatsappVerifyToken ? `${context.publicUrl}/webhooks/whatsapp` : undefined
  const judged = judgeHealth(answers, { ...channel.settings, webhookUrl, sharedWebhookUrl, isLocal, now })
  return { verdict: answers.number, judged: [...judged, reached] }
}
