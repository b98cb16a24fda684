import type { State } from './state.ts'
import type { BusinessNumber } from './types.ts'

/** A number as Meta describes it to who may use it, every field whether asked for or not. */
export function describeNumber({ faults }: State, number: BusinessNumber): object {
  const can = faults.ofAccount('sending')?.can ?? 'AVAILABLE'
  return {
    id: number.phoneNumberId,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.name,
    quality_rating: faults.ofAccount('quality')?.rating ?? 'GREEN',
    status: faults.ofAccount('numberStatus')?.status ?? 'CONNECTED',
    code_verification_status: 'VERIFIED',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    name_status: faults.ofAccount('nameStatus')?.status ?? 'APPROVED',
    messaging_limit_tier: 'TIER_2K',
    webhook_configuration: { application: webhookOf({ faults }, number) },
    health_status: {
      can_send_message: can,
      entities: [{ entity_type: 'PHONE_NUMBER', id: number.phoneNumberId, can_send_message: can }],
    },
  }
}

/** Where the number's webhooks go, as its app says. */
export function webhookOf({ faults }: Pick<State, 'faults'>, { webhookUrl }: BusinessNumber): string {
  return faults.ofAccount('webhookElsewhere') ? 'https://old-system.example.com/webhook' : webhookUrl
}
