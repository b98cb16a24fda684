import { kindOf } from '#channels'
import { askConsent } from '#contacts'
import type { Tx } from '#lib/tx'
import { settle } from '../receipts/settle.ts'
import { failWithoutCall } from './fail.ts'
import { type Head, letWait } from './outbox.ts'

/**
 * Whether the person allows this message now: true when it may go on its way. Else it is refused here, without a call, or
 * waits for the end of the quiet hours and lets those behind it pass.
 */
export async function isAllowed(tx: Tx, head: Head): Promise<boolean> {
  const { contactId, channelId, purpose, urgent, addressKind: kind, address: value } = head
  const channelKind = await kindOf(tx, channelId)
  const asked = await askConsent(tx, { contactId, channelKind, purpose, urgent, address: { kind, value } })
  switch (asked.verdict) {
    case 'go':
      return true
    case 'refused':
      await failWithoutCall(tx, head, { code: asked.code, class: 'consent', message: asked.message })
      return false
    case 'later': {
      const reason = { code: 'quiet_hours', class: 'quiet_hours', message: asked.message }
      await letWait(tx, head.messageId, { state: 'held', dueAt: asked.until, reason, stepsAside: true })
      await settle(tx, head.messageId)
      return false
    }
    default: {
      const never: never = asked
      return never
    }
  }
}
