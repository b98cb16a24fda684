import { focusedRow } from './list/focus-row.ts'
import { selectedIds } from './list/selection.ts'

/** What an act by key is about: the selected conversations, else the row that has the focus, else the open one. */
export function targets(openId: string | undefined): readonly string[] {
  const selected = selectedIds()
  if (selected.length > 0) return selected
  const id = focusedRow()?.dataset.conversation ?? openId
  return id ? [id] : []
}
