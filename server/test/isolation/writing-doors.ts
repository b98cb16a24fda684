import type { Act } from '#tenancy'
import type { Planted } from './planted.ts'
import type { Wish } from './row.ts'

/** What a door that writes asks of whoever comes, and a request for it where the row's own would ask for something else. */
export interface WritingDoor {
  readonly act: Act
  readonly wish?: (mine: Planted) => Wish
}

/** Every door that writes, with the row of the permission table it keeps to. A door that is missing here fails the build. */
export const writingDoors: Readonly<Record<string, WritingDoor>> = {
  'PATCH ': { act: 'workspace.change' },
  'PATCH /members/:id': { act: 'members.change' },
  'POST /members/:id/hand-over': { act: 'members.change-owners' },
  // Themselves, everybody may remove: here somebody else is to go.
  'DELETE /members/:id': {
    act: 'members.remove',
    wish: ({ desk }) => ({ path: `/members/${'id' in desk.manager.actor ? desk.manager.actor.id : ''}` }),
  },
  'POST /invitations': { act: 'members.invite' },
  'POST /invitations/:id/renew': { act: 'members.invite' },
  'DELETE /invitations/:id': { act: 'members.invite' },
  'POST /tokens': { act: 'tokens.make' },
  'DELETE /tokens/:id': { act: 'tokens.revoke' },
  'POST /channels': { act: 'channels.connect' },
  'PATCH /channels/:id': { act: 'channels.change' },
  'POST /channels/:id/health': { act: 'channels.examine' },
  'POST /channels/:id/subscription': { act: 'channels.change' },
  'DELETE /channels/:id/former-secrets': { act: 'channels.change' },
  'DELETE /channels/:id': { act: 'channels.remove' },
  'POST /templates': { act: 'templates.write' },
  'POST /templates/sync': { act: 'templates.submit' },
  'PATCH /templates/:id': { act: 'templates.write' },
  'POST /templates/:id/copy': { act: 'templates.write' },
  'POST /templates/:id/reset': { act: 'templates.write' },
  'POST /templates/:id/preview': { act: 'templates.read' },
  'POST /templates/:id/submit': { act: 'templates.submit' },
  'POST /contacts': { act: 'contacts.create' },
  'PATCH /contacts/:id': { act: 'contacts.change' },
  'DELETE /contacts/:id/identities/:identityId': { act: 'contacts.change' },
  'POST /contacts/:id/merge': { act: 'contacts.change' },
  'POST /contacts/:id/unmerge': { act: 'contacts.change' },
  'POST /contacts/:id/consents': { act: 'contacts.change-consent' },
  'PATCH /consent-rules': { act: 'contacts.rule-consent' },
  'POST /contacts/fields': { act: 'contacts.define-fields' },
  'PATCH /contacts/fields/:id': { act: 'contacts.define-fields' },
  'POST /contacts/imports': { act: 'contacts.import' },
  'POST /contacts/imports/:id/check': { act: 'contacts.import' },
  'POST /contacts/imports/:id/start': { act: 'contacts.import' },
  'DELETE /contacts/imports/:id': { act: 'contacts.import' },
  'POST /leads': { act: 'leads.change' },
  'PATCH /leads/:id': { act: 'leads.change' },
  'POST /media': { act: 'media.upload' },
  'POST /media/:id/fetch': { act: 'media.fetch' },
  'PATCH /conversations/:id': { act: 'conversations.change' },
  'POST /conversations/bulk': { act: 'conversations.change' },
  'POST /conversations/:id/read': { act: 'conversations.change' },
  'POST /conversations/:id/typing': { act: 'conversations.reply' },
  'POST /conversations/:id/messages': { act: 'conversations.reply' },
  'POST /conversations/:id/notes': { act: 'conversations.note' },
  'POST /messages/:id/send-again': { act: 'conversations.reply' },
  'POST /conversations/:id/handoff': { act: 'conversations.ask-for-person' },
  'POST /conversations/:id/handoff/take': { act: 'conversations.take-over' },
  'DELETE /conversations/:id/handoff': { act: 'conversations.take-over' },
  'PATCH /inbox-settings': { act: 'conversations.change-settings' },
  'POST /saved-replies': { act: 'conversations.save-replies' },
  'PATCH /saved-replies/:id': { act: 'conversations.manage-replies' },
  'DELETE /saved-replies/:id': { act: 'conversations.manage-replies' },
  'POST /labels': { act: 'conversations.manage-labels' },
  'PATCH /labels/:id': { act: 'conversations.manage-labels' },
  'DELETE /labels/:id': { act: 'conversations.manage-labels' },
  'POST /views': { act: 'conversations.save-views' },
  'PATCH /views/:id': { act: 'conversations.save-views' },
  'DELETE /views/:id': { act: 'conversations.save-views' },
}
