import type { ChannelKind, Port } from './port.ts'
import { sms } from './providers/sms/sms.ts'
import { whatsappCloud } from './providers/whatsapp-cloud/whatsapp-cloud.ts'

const ports: { readonly [K in ChannelKind]: Port<K> } = {
  whatsapp_cloud: whatsappCloud,
  sms,
}

/** The port behind a channel of any kind. What is handed to it comes from the same channel, and so is of the same kind. */
export function portOf<K extends ChannelKind>({ kind }: { readonly kind: K }): Port<K> {
  return ports[kind]
}
