import type { Change } from './change.ts'
import type { MessageStatus } from './message.ts'

declare module '#lib/facts/types' {
  interface Facts {
    'conversations.started': Record<string, never>
    'conversations.message_received': { messageId: string; channelId: string; kind: string; late: boolean }
    'conversations.reply_queued': { messageId: string; channelId: string }
    /** `from` and `to` are equal when only the reason why it waits has changed. */
    'conversations.message_status_changed': { messageId: string; from: MessageStatus; to: MessageStatus }
    'conversations.read': { unreadCount: number }
    'conversations.changed': { [Field in keyof Change]?: { from: Change[Field]; to: Change[Field] } }
  }
}
