import type { Context } from '#lib/context'
import type { OpenedChannel } from '../../port.ts'
import type { ExaminedChannel } from './ask-health.ts'
import type { WhatsappSender } from './settings.ts'

type Opened = OpenedChannel<'whatsapp_cloud'>

/** The address and the key by which Meta is called for a number. */
export function open({ providerUrls }: Context, { id, settings, credentials }: Opened): WhatsappSender {
  return {
    kind: 'whatsapp_cloud',
    id,
    phoneNumberId: settings.phoneNumberId,
    accessToken: credentials.accessToken,
    baseUrl: settings.apiUrl ?? providerUrls.whatsapp,
  }
}

/** The same, with what only an examination needs. */
export function openForExamination(context: Context, channel: Opened): ExaminedChannel {
  const { settings, credentials } = channel
  return { ...open(context, channel), wabaId: settings.wabaId, appSecret: credentials.appSecret }
}
