import type { FilingChange } from './apply-changes.ts'
import type { HandoffBy, HandoffState } from './handoff/handoff.ts'
import type { MessageStatus } from './message.ts'
import type { RemarkKind } from './remarks/remark.ts'

declare module '#lib/facts/types' {
  interface Facts {
    'conversations.started': Record<string, never>
    'conversations.message_received': { messageId: string; channelId: string; kind: string; late: boolean }
    /** The customer said a word by which their provider stops, or resumes, whatever comes to them on this channel. */
    'conversations.opted_out': { messageId: string; channelId: string; channelKind: string; words: string }
    'conversations.opted_in': { messageId: string; channelId: string; channelKind: string; words: string }
    'conversations.reply_queued': { messageId: string; channelId: string; kind: string }
    /** A reaction of ours is on its way; once it is there the message it is about has changed. */
    'conversations.reaction_queued': { messageId: string; channelId: string; about: string }
    /** `from` and `to` are equal when only the reason why it waits has changed. */
    'conversations.message_status_changed': { messageId: string; from: MessageStatus; to: MessageStatus }
    /** Something came about a message: a reaction, an edit, or that it was taken back. */
    'conversations.message_changed': { messageId: string; what: RemarkKind; by: 'customer' | 'business' }
    /** A file came, or will not, or can be seen small. */
    'conversations.media_changed': { messageId: string; mediaId: string }
    /** The business wrote in WhatsApp's own app. */
    'conversations.phone_app_wrote': { messageId: string; channelId: string; kind: string; late: boolean }
    'conversations.note_written': { messageId: string }
    'conversations.read': { unreadCount: number }
    'conversations.changed': FilingChange
    'conversations.handoff_requested': { from: HandoffState; to: 'waiting'; by: HandoffBy }
    /** `memberId` is null when somebody answered in WhatsApp's own app. */
    'conversations.handoff_taken': { from: HandoffState; to: 'taken'; memberId: string | null }
    'conversations.handoff_returned': { from: HandoffState; to: 'none' }
    'conversations.settings_changed': { automationResumesAfterHours: { from: number | null; to: number | null } }
    'conversations.saved_reply_saved': { shared: boolean }
    'conversations.saved_reply_deleted': { shared: boolean }
    'conversations.label_added': { name: string }
    'conversations.label_changed': { name?: { from: string; to: string }; colour?: { from: string; to: string } }
    /** Conversations under it lose it in the background, each with a fact of its own. */
    'conversations.label_deleted': { name: string }
    'conversations.view_saved': { shared: boolean }
    'conversations.view_deleted': { shared: boolean }
  }
}
