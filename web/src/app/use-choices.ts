import { useQuery } from '@tanstack/react-query'
import { AlarmClock, CalendarClock, MessageCircle, Plus, Tag, User, UserX } from 'lucide-react'
import { useState } from 'react'
import { actOn, knownConversation } from '../features/conversations/acts.ts'
import { inboxLabelsQuery } from '../features/conversations/queries.ts'
import { snooze } from '../features/conversations/snooze.ts'
import { snoozeTimes, spokenIn } from '../features/conversations/snooze-times.ts'
import type { Command } from '../features/palette/command.ts'
import { type Asked, openPalette } from '../features/palette/open-palette.ts'
import { membersQuery, workspaceQuery } from '../features/tenancy/queries.ts'

const longestLabel = 40

/** What one act on some conversations offers to choose from: whom, which label, until when. */
export function useChoices(slug: string, { page, ids }: Asked, typed: string): Command[] {
  const people = usePeople(slug, ids)
  const labels = useLabels(slug, ids, typed)
  const times = useTimes(slug, ids)
  if (page === 'assign') return people
  if (page === 'label') return labels
  return page === 'snooze' ? times : []
}

function usePeople(slug: string, ids: readonly string[]): Command[] {
  const members = useQuery(membersQuery(slug)).data ?? []
  const me = useQuery(workspaceQuery(slug)).data?.me.memberId
  const assign = (assigneeId: string | null, name: string) => () =>
    actOn({
      ...{ slug, ids, act: { kind: 'assign', assigneeId } },
      said: (count) => (count === 1 ? `Assigned to ${name}.` : `${count} assigned to ${name}.`),
    })
  const inOrder = members.toSorted((a, b) => Number(b.id === me) - Number(a.id === me))
  return [
    ...inOrder.map(({ id, name }) => ({
      ...{ id: `assign ${id}`, group: 'Assign to', words: name, icon: User, run: assign(id, name) },
      hint: id === me ? '(me)' : undefined,
    })),
    { id: 'assign nobody', group: 'Assign to', words: 'Nobody', icon: UserX, run: assign(null, 'nobody') },
  ]
}

function useLabels(slug: string, ids: readonly string[], typed: string): Command[] {
  const labels = useQuery(inboxLabelsQuery(slug)).data ?? []
  // What is on is read from the cache anew after each choice.
  const [, drawAgain] = useState(0)
  const isOn = (name: string) => ids.every((id) => knownConversation(slug, id)?.labels.includes(name))
  const put = (name: string) => () => {
    const act = isOn(name) ? { add: [], remove: [name] } : { add: [name], remove: [] }
    const word = isOn(name) ? `Took “${name}” off` : `Labelled “${name}”`
    actOn({
      ...{ slug, ids, act: { kind: 'label', ...act } },
      said: (count) => (count === 1 ? `${word}.` : `${word}: ${count} conversations.`),
    })
    drawAgain((count) => count + 1)
  }
  const name = typed.trim()
  const isNew = name !== '' && !labels.some((label) => label.name.toLowerCase() === name.toLowerCase())
  return [
    ...labels.map((label) => ({
      ...{ id: `label ${label.name}`, group: 'Labels', words: label.name, icon: Tag, run: put(label.name) },
      isChosen: isOn(label.name),
    })),
    ...(isNew && name.length <= longestLabel
      ? [{ id: 'label new', group: 'New', words: `Add the label “${name}”`, icon: Plus, run: put(name) }]
      : []),
  ]
}

function useTimes(slug: string, ids: readonly string[]): Command[] {
  const zone = useQuery(workspaceQuery(slug)).data?.timezone ?? 'UTC'
  const [now] = useState(() => new Date())
  const group = 'Snooze until'
  return [
    ...snoozeTimes(now, zone).map(({ words, at }) => ({
      ...{ id: `snooze ${words}`, group, words, hint: spokenIn(zone, at), icon: AlarmClock },
      run: () => snooze(slug, ids, at, zone),
    })),
    {
      ...{ id: 'snooze at', group, words: 'Pick a date and time…', icon: CalendarClock },
      run: () => openPalette({ page: 'snooze-at', ids }),
    },
    {
      ...{ id: 'snooze until written', group, words: 'The customer writes', icon: MessageCircle },
      run: () => snooze(slug, ids, null, zone),
    },
  ]
}
