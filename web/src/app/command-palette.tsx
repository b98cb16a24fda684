import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { targets } from '../features/conversations/target.ts'
import type { Command } from '../features/palette/command.ts'
import { type Asked, closePalette, openPalette, useAsked } from '../features/palette/open-palette.ts'
import { Palette } from '../features/palette/palette.tsx'
import { noteRecent, recentIds } from '../features/palette/recent.ts'
import { SnoozeAt } from './snooze-at.tsx'
import { useActCommands } from './use-act-commands.ts'
import { useChoices } from './use-choices.ts'
import { useFoundCommands } from './use-found-commands.ts'
import { usePlaceCommands } from './use-place-commands.ts'

/** ⌘K everywhere: go anywhere, find anybody, do anything to the conversation one is at. */
export function CommandPalette({ slug }: { slug: string }) {
  const asked = useAsked()
  const { conversationId } = useParams({ strict: false })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      openPalette({ page: 'root', ids: targets(conversationId) })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [conversationId])
  return asked && <Opened key={asked.page} slug={slug} asked={asked} />
}

const titles: Record<Asked['page'], [title: string, placeholder: string]> = {
  root: ['Search and commands', 'Search people, go anywhere, do anything'],
  assign: ['Assign to', 'Who should have it?'],
  label: ['Label', 'Find a label, or name a new one'],
  snooze: ['Snooze until', 'When should it come back?'],
  'snooze-at': ['Snooze until', ''],
}

function Opened({ slug, asked }: { slug: string; asked: Asked }) {
  const [typed, setTyped] = useState('')
  const isRoot = asked.page === 'root'
  const choices = useChoices(slug, asked, typed)
  const acts = useActCommands(slug, asked.ids)
  const places = usePlaceCommands(slug)
  const { found, isSearching } = useFoundCommands(slug, isRoot ? typed : '')
  const commands = isRoot ? [...acts, ...places, ...found] : choices
  const [title, placeholder] = titles[asked.page]

  const choose = (command: Command) => {
    if (isRoot) noteRecent(slug, command.id)
    // Several labels may be chosen one after the other.
    if (asked.page === 'label') setTyped('')
    else closePalette()
    command.run()
  }
  return (
    <Palette
      title={title}
      placeholder={placeholder}
      commands={commands}
      recent={isRoot ? recentIds(slug) : []}
      typed={typed}
      isSearching={isSearching}
      onType={setTyped}
      onChoose={choose}
      onClose={() => (asked.page === 'snooze-at' ? openPalette({ ...asked, page: 'snooze' }) : closePalette())}
    >
      {asked.page === 'snooze-at' ? <SnoozeAt slug={slug} ids={asked.ids} onDone={closePalette} /> : undefined}
    </Palette>
  )
}
