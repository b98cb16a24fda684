import { useEffect } from 'react'
import { isCommand } from '../../../lib/is-writing.ts'
import { shortcutOf } from '../../../lib/shortcuts.ts'
import { openPalette } from '../../palette/open-palette.ts'
import { actOn } from '../acts.ts'
import { toggleResolved } from '../resolve.ts'
import { targets } from '../target.ts'
import { undoLast } from '../toasts.ts'
import { focusedRow, stepRow } from './focus-row.ts'
import { selectedIds, selectOnly, toggleSelected } from './selection.ts'

/**
 * The keys of the inbox, from the table of all keys. What acts on conversations is about the selected ones, else about the one
 * whose row has the focus, else about the open one.
 */
export function useListKeys(slug: string, openId: string | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isCommand(event) && obey(event, slug, openId)) event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [slug, openId])
}

function obey(event: KeyboardEvent, slug: string, openId: string | undefined): boolean {
  const row = focusedRow()
  const ids = targets(openId)
  if (event.key === 'Escape' && selectedIds().length > 0) selectOnly([])
  else if (event.key === 'ArrowDown' && row) stepRow(1)
  else if (event.key === 'ArrowUp' && row) stepRow(-1)
  else return byShortcut(event.key, { slug, openId, row, ids })
  return true
}

interface Place {
  slug: string
  openId: string | undefined
  row: HTMLElement | undefined
  ids: readonly string[]
}

function byShortcut(key: string, { slug, row, ids }: Place): boolean {
  const shortcut = shortcutOf(key)
  switch (shortcut) {
    case 'next':
      stepRow(1)
      return true
    case 'previous':
      stepRow(-1)
      return true
    case 'search':
      document.querySelector<HTMLElement>('search input')?.focus()
      return true
    case 'undo':
      undoLast()
      return true
    case 'reply':
      row?.click()
      return row !== undefined
    case 'select':
      if (row?.dataset.conversation) toggleSelected(row.dataset.conversation)
      return row !== undefined
    case 'resolve':
      if (ids.length > 0) resolve(slug, row, ids)
      return ids.length > 0
    case 'read':
      if (ids.length > 0) actOn({ slug, ids, act: { kind: 'read' }, said: (count) => `${count} marked as read.` })
      return ids.length > 0
    case 'assign':
    case 'label':
    case 'snooze':
      if (ids.length > 0) openPalette({ page: shortcut, ids })
      return ids.length > 0
    default:
      return false
  }
}

/** The focus moves on first: the row may leave the list. */
function resolve(slug: string, row: HTMLElement | undefined, ids: readonly string[]): void {
  if (row) stepRow(1)
  if (row && focusedRow() === row) stepRow(-1)
  toggleResolved(slug, ids)
  selectOnly([])
}
