import { useEffect } from 'react'
import { isCommand } from '../../../lib/is-writing.ts'
import { toggleResolved } from '../resolve.ts'
import { focusedRow, stepRow } from './focus-row.ts'

/**
 * j and k walk through the list from anywhere, the arrows from within it, "/" goes to the search. e resolves the conversation
 * whose row has the focus, else the open one; r answers it.
 */
export function useListKeys(slug: string, openId: string | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isCommand(event)) return
      const row = focusedRow()
      if (event.key === 'j' || (event.key === 'ArrowDown' && row)) stepRow(1)
      else if (event.key === 'k' || (event.key === 'ArrowUp' && row)) stepRow(-1)
      else if (event.key === '/') document.querySelector<HTMLElement>('search input')?.focus()
      else if (event.key === 'e' && (row || openId)) resolve(slug, row, openId)
      else if (event.key === 'r' && row) row.click()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [slug, openId])
}

/** The focus moves on first: the row may leave the list. */
function resolve(slug: string, row: HTMLElement | undefined, openId: string | undefined): void {
  const id = row?.dataset.conversation ?? openId
  if (row) stepRow(1)
  if (row && focusedRow() === row) stepRow(-1)
  if (id) toggleResolved(slug, id)
}
