import type { Webhook } from '#lib/webhook'
import { webhooks as smsWebhooks } from './providers/sms/webhooks.ts'
import { webhooks as whatsappWebhooks } from './providers/whatsapp-cloud/webhooks.ts'

export const webhooks: readonly Webhook[] = [...whatsappWebhooks, ...smsWebhooks]
