import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import {
  AlarmClock,
  CheckCheck,
  CircleCheck,
  Reply,
  RotateCcw,
  StickyNote,
  Tag,
  UserCheck,
  UserPlus,
} from 'lucide-react'
import { actOn, knownConversation } from '../features/conversations/acts.ts'
import { contactName } from '../features/conversations/contact-name.ts'
import { toggleResolved } from '../features/conversations/resolve.ts'
import type { Command } from '../features/palette/command.ts'
import { openPalette } from '../features/palette/open-palette.ts'
import { workspaceQuery } from '../features/tenancy/queries.ts'

/** What can be done to the conversations one is at; nothing when one is at none. */
export function useActCommands(slug: string, ids: readonly string[]): Command[] {
  const me = useQuery(workspaceQuery(slug)).data?.me.memberId
  const write = useWrite(slug)
  const [first] = ids
  if (first === undefined) return []
  const known = knownConversation(slug, first)
  const group =
    ids.length > 1 ? `${ids.length} conversations` : known ? contactName(known.contact) : 'This conversation'
  const isResolved = ids.every((id) => knownConversation(slug, id)?.status === 'resolved')
  const ask = (page: 'assign' | 'label' | 'snooze') => () => openPalette({ page, ids })
  const commands: Omit<Command, 'group'>[] = [
    {
      ...{ id: 'resolve', words: isResolved ? 'Open again' : 'Resolve', shortcut: 'resolve' },
      icon: isResolved ? RotateCcw : CircleCheck,
      run: () => toggleResolved(slug, ids),
    },
    {
      ...{ id: 'assign to me', words: 'Assign to me', icon: UserCheck },
      run: () => actOn({ slug, ids, act: { kind: 'assign', assigneeId: me ?? null }, said: () => 'Assigned to you.' }),
    },
    { id: 'assign', words: 'Assign to…', icon: UserPlus, shortcut: 'assign', run: ask('assign') },
    { id: 'label', words: 'Label…', icon: Tag, shortcut: 'label', run: ask('label') },
    { id: 'snooze', words: 'Snooze…', icon: AlarmClock, shortcut: 'snooze', run: ask('snooze') },
    {
      ...{ id: 'read', words: 'Mark as read', icon: CheckCheck, shortcut: 'read' },
      run: () => actOn({ slug, ids, act: { kind: 'read' }, said: (count) => `${count} marked as read.` }),
    },
    ...(ids.length === 1
      ? ([
          { id: 'reply', words: 'Reply', icon: Reply, shortcut: 'reply', run: () => write(first, 'r') },
          { id: 'note', words: 'Write a note', icon: StickyNote, shortcut: 'note', run: () => write(first, 'n') },
        ] as const)
      : []),
  ]
  return commands.map((command) => ({ ...command, group }))
}

/** Opens the conversation and begins to write there, as its key does. */
function useWrite(slug: string) {
  const navigate = useNavigate()
  const { conversationId: openId } = useParams({ strict: false })
  return async (conversationId: string, key: 'r' | 'n') => {
    if (conversationId !== openId)
      await navigate({ to: '/w/$slug/inbox/$conversationId', params: { slug, conversationId }, search: (kept) => kept })
    // Once the palette has given the focus back, it belongs to the thread.
    setTimeout(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))
    }, 50)
  }
}
