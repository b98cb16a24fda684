import type { Judged } from '../../health/judged.ts'
import { isObject, textOf } from '../../inbound/json.ts'
import { numberIn } from './ask-account.ts'
import type { TwilioVerdict } from './call-twilio.ts'
import type { SmsSettings } from './settings.ts'

/** Whether Twilio lets us in, and how the account stands. */
export function judgeAccount(account: TwilioVerdict): Judged[] {
  if (account.outcome !== 'answered') {
    const isWrong = account.outcome === 'refused' && account.error.code === 'token_invalid'
    const token: Judged = isWrong ? { code: 'sms_keys_wrong' } : unknown('sms_keys_unknown', account)
    return [token, { code: 'sms_account_unknown' }]
  }
  const { status, type } = account.body
  if (typeof status === 'string' && status !== 'active')
    return [{ code: 'sms_keys_work' }, { code: 'sms_account_suspended', details: { status } }]
  return [{ code: 'sms_keys_work' }, { code: type === 'Trial' ? 'sms_account_trial' : 'sms_account_active' }]
}

/** Whether the number is the account's and takes texts. */
export function judgeNumber(sender: TwilioVerdict | undefined, number: string): Judged {
  if (!sender) return { code: /^\d+$/.test(number) ? 'sms_short_code' : 'sms_name_unanswerable', details: { number } }
  if (sender.outcome !== 'answered') return unknown('sms_number_unknown', sender)
  const found = numberIn(sender)
  if (!found) return { code: 'sms_number_not_found', details: { number } }
  const able = isObject(found.capabilities) ? found.capabilities : {}
  return {
    code: able.sms === false || able.SMS === false ? 'sms_number_silent' : 'sms_number_ours',
    details: { number },
  }
}

export function judgeService(sender: TwilioVerdict | undefined): Judged {
  if (sender?.outcome === 'answered')
    return { code: 'sms_service_found', details: { name: textOf(sender.body.friendly_name) ?? '' } }
  const isMissing = sender?.outcome === 'refused' && sender.error.providerCode === 20404
  return isMissing || !sender ? { code: 'sms_service_not_found' } : unknown('sms_number_unknown', sender)
}

/** Where Twilio sends what customers write. */
export function judgeWebhook(sender: TwilioVerdict | undefined, settings: SmsSettings, webhookUrl: string): Judged[] {
  if (!sender) return []
  if (sender.outcome !== 'answered') return [{ code: 'sms_webhook_unknown' }]
  const told = settings.messagingServiceSid ? sender.body : numberIn(sender)
  if (!told) return [{ code: 'sms_webhook_unknown' }]
  // A service may leave it to each of its numbers, which are not asked one by one.
  if (told.use_inbound_webhook_on_number === true) return [{ code: 'sms_webhook_by_number' }]
  const address = textOf(settings.messagingServiceSid ? told.inbound_request_url : told.sms_url)
  if (!address) return [{ code: 'sms_webhook_not_set' }]
  return [
    address === webhookUrl
      ? { code: 'sms_webhook_ours' }
      : { code: 'sms_webhook_elsewhere', details: { address: address.slice(0, 300) } },
  ]
}

function unknown(code: Judged['code'], verdict: Exclude<TwilioVerdict, { outcome: 'answered' }>): Judged {
  return { code, details: { reason: verdict.error.message } }
}
