import { z } from 'zod'
import type { Tx } from '#lib/tx'
import { type Act, permit, rolesFor, scopeFor } from './permissions.ts'
import { role } from './workspace.ts'

/** The permission table as people read it. What everybody has by working here, or nobody but Frontdesk does, has no row. */
export const actWords: Readonly<Record<Act, string | null>> = {
  'workspace.read': null,
  'workspace.change': 'Change the business’s name, address, time zone and currency',
  'members.read': 'See who works here',
  'members.add': null,
  'members.invite': 'Invite people',
  'members.change': 'Change the roles of managers and staff',
  'members.remove': 'Remove managers and staff',
  'members.change-owners': 'Make and remove owners',
  'members.leave': null,
  'tokens.read': 'See API tokens',
  'tokens.make': 'Make API tokens',
  'tokens.revoke': 'Revoke API tokens',
  'audit.read': 'Read the audit log',
  'audit.export': 'Export the audit log',
  'channels.read': 'See the connected numbers',
  'channels.connect': 'Connect a number',
  'channels.examine': 'Examine how a number is doing',
  'channels.change': 'Change a number’s settings and turn it off',
  'channels.remove': 'Disconnect a number',
  'contacts.read': 'See contacts',
  'contacts.create': 'Add contacts',
  'contacts.change': 'Change contacts',
  'media.read': 'See pictures, voice notes and documents',
  'media.upload': 'Upload files to send',
  'media.fetch': 'Ask for a file that did not come once more',
  'media.record': null,
  'templates.read': 'See templates and send them',
  'templates.write': 'Write templates and turn them on or off',
  'templates.submit': 'Give templates to WhatsApp to be approved',
  'templates.record': null,
  'contacts.define-fields': 'Decide what is asked about contacts',
  'contacts.change-consent': 'Enter what a contact allows to be sent',
  'contacts.rule-consent': 'Set the rules of consent and the quiet hours',
  'contacts.record-consent': null,
  'contacts.import': 'Import contacts from a file',
  'contacts.export': 'Export contacts to a file',
  'leads.read': 'See leads',
  'leads.change': 'Make and move leads',
  'conversations.read': 'Read conversations',
  'conversations.record': null,
  'conversations.reply': 'Answer customers',
  'conversations.deliver': null,
  'conversations.note': 'Write notes that customers don’t see',
  'conversations.change': 'Assign, label and resolve conversations',
  'conversations.reply-automatically': null,
  'conversations.ask-for-person': 'Ask for a person to take over a conversation',
  'conversations.take-over': 'Take over a conversation and hand it back to automation',
  'conversations.change-settings': 'Decide when automation goes on by itself',
  'conversations.save-replies': 'Keep saved replies of one’s own',
  'conversations.manage-replies': 'Look after the saved replies all share',
  'conversations.manage-labels': 'Rename, colour and delete labels',
  'conversations.save-views': 'Save views of the inbox, for oneself or for all',
  'conversations.manage-views': 'Change the shared views of others',
  'live.read': null,
}

export const Permissions = z.object({
  items: z.array(
    z.object({
      act: z.string(),
      words: z.string(),
      roles: z.array(role),
      scope: z.string().nullable().describe('What an API token needs for it; null for what no token may.'),
    }),
  ),
})

/** Who may do what here, for whoever works here. */
export function listPermissions(tx: Tx): z.input<typeof Permissions> {
  permit(tx, 'members.read')
  const items = (Object.keys(actWords) as Act[]).flatMap((act) => {
    const said = actWords[act]
    return said === null ? [] : [{ act, words: said, roles: rolesFor(act), scope: scopeFor(act) }]
  })
  return { items }
}
