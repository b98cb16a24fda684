import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Meaning } from '../../inbound/parcel.ts'
import { parse } from './parse.ts'

const folder = join(import.meta.dirname, '../../../../../../../shared/fixtures/whatsapp')

/** What each sample means: a message's kind, words and what stands out in it; a receipt's status; or what it is kept as. */
const expected: Readonly<Record<string, readonly unknown[]>> = {
  account_update_disabled: ['account_fine'],
  account_update_restriction: ['account_restricted'],
  account_update_violation: ['account_limited'],
  audio: ['audio', null, { voice: false, mime_type: 'audio/ogg; codecs=opus', context: { forwarded: true } }],
  calls_connect_user_initiated: ['kept as call'],
  calls_status_ringing: ['kept as call_status'],
  calls_terminate: ['trouble', 'kept as call'],
  contacts: ['contacts', null, {}],
  document: ['document', 'caption', { filename: 'filename.pdf', mime_type: 'application/pdf' }],
  forwarded: ['text', 'forwarded text', { context: { forwarded: true } }],
  forwarded_many_times: ['text', 'text forwarded many times', { context: { frequently_forwarded: true } }],
  image_caption: ['image', null, {}],
  image_with_webhook_url: ['image', null, {}],
  interactive_button_reply: ['interactive', 'title', { type: 'button_reply' }],
  interactive_list_reply: ['interactive', 'title', { type: 'list_reply' }],
  interactive_list_reply_description: ['interactive', 'title', { type: 'list_reply' }],
  interactive_nfm_reply_flow: ['interactive', null, { type: 'nfm_reply' }],
  location_current: ['location', null, {}],
  location_named: ['location', null, { name: 'Facebook HQ' }],
  reaction_add: ['reaction', null, { emoji: '😮' }, 'wamid.yzxyzx=', '😮'],
  reaction_remove_empty_emoji: ['reaction', null, { emoji: '' }, 'wamid.yzxyzx=', null],
  referral_ctwa: ['text', 'BODY', {}],
  status_delivered: ['delivered'],
  status_failed_130472: ['failed', 'recipient'],
  status_read: ['read'],
  status_sent: ['sent'],
  status_sent_biz_opaque_callback_data: ['sent'],
  sticker_animated: ['sticker', null, { animated: true }],
  sticker_static: ['sticker', null, { animated: false }],
  system_user_changed_number: ['number_changed'],
  template_category_to_marketing: ['template my_message_template is MARKETING'],
  template_quality_yellow: ['template welcome_template is YELLOW'],
  template_quick_reply_button: ['button', 'title', { payload: 'callback_data' }],
  template_status_approved: ['template order_confirmation is APPROVED', 'template runs'],
  template_status_rejected: ['template abandoned_cart is REJECTED'],
  text: ['text', 'Body Text', null],
  text_reply_context: ['text', 'replied text', { context: { from: '972123456789', id: 'wamid.xyzxyz==' } }],
  unsupported_131051: ['unsupported', null, {}],
  video: ['video', 'caption', { context: { forwarded: true } }],
  voice: ['audio', null, { voice: true }],
}

test('each sample of what providers really send means what it shows', (t) => {
  if (!existsSync(folder)) return t.skip(`There are no sample payloads at ${folder}: nothing was tried.`)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  for (const file of files) {
    const name = file.replace(/^pywa_|\.json$/g, '')
    const said = parse(readFileSync(join(folder, file)), new Date('2026-09-01T00:00:00Z')).flatMap(
      ({ kind, meaning }) => summary(kind, meaning, expected[name]?.[2] as object | null | undefined),
    )
    assert.deepEqual(said, expected[name], file)
  }
  assert.equal(files.length, Object.keys(expected).length)
})

function summary(kind: string, meaning: Meaning, standsOut: object | null | undefined): unknown[] {
  switch (meaning.is) {
    case 'message': {
      const { kind: of, text, details, reaction } = meaning.message
      const picked = details && Object.fromEntries(Object.keys(standsOut ?? {}).map((key) => [key, details[key]]))
      return [of, text, picked, ...(reaction ? [reaction.aboutProviderId, reaction.emoji] : [])]
    }
    case 'receipt':
      return [meaning.receipt.status, ...(meaning.receipt.error ? [meaning.receipt.error.class] : [])]
    case 'report': {
      const { judged, template, news } = meaning.report
      const runs = template && `template ${template.isStopped ? 'stopped' : 'runs'}`
      const { said } = news ?? {}
      const told = news && `template ${news.name} is ${said?.event ?? said?.category ?? said?.quality}`
      return [...(told ? [told] : []), ...judged.map(({ code }) => code), ...(runs ? [runs] : [])]
    }
    case 'kept':
      return [`kept as ${kind}`]
    default:
      return [meaning.is]
  }
}
