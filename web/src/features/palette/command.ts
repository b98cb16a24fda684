import type { LucideIcon } from 'lucide-react'
import type { Shortcut } from '../../lib/shortcuts.ts'
import { fuzzy } from './fuzzy.ts'

/** Something one can choose in the palette. */
export interface Command {
  /** Stands for it among what was used lately. */
  id: string
  group: string
  words: string
  /** Beside the words, softly. */
  hint?: string | undefined
  icon: LucideIcon
  shortcut?: Shortcut
  /** Is on already, where one chooses several. */
  isChosen?: boolean
  /** Chosen without typing: found elsewhere, such as by the server. */
  isFound?: boolean
  run: () => void
}

const most = 60

/** What fits what was typed, the best of each group first, groups by their best; all as they stand while nothing is typed. */
export function chooseCommands(commands: readonly Command[], typed: string, recent: readonly string[]): Command[] {
  if (typed.trim() === '') {
    const lately = recent.flatMap((id) => commands.filter((command) => command.id === id)).slice(0, 4)
    const rest = commands.filter((command) => !lately.includes(command))
    return [...lately.map((command) => ({ ...command, group: 'Lately' })), ...rest].slice(0, most)
  }
  const fitting = commands.flatMap((command) => {
    const score = command.isFound ? -50 : fuzzy(typed, `${command.words} ${command.hint ?? ''}`)
    return score === null ? [] : [{ command, score }]
  })
  const inOrder = fitting.toSorted((a, b) => b.score - a.score).slice(0, most)
  const groups = Map.groupBy(inOrder, ({ command }) => command.group)
  return [...groups.values()].flat().map(({ command }) => command)
}
