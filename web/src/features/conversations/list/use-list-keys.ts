import { useEffect } from 'react'
import { stepRow } from './focus-row.ts'

/** j and k walk through the list from anywhere, the arrows from within it, "/" goes to the search. */
export function useListKeys(): void {
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
  const isInList = event.target instanceof Element && event.target.closest('[data-conversation-row]')
  if (event.key === 'j' || (event.key === 'ArrowDown' && isInList)) stepRow(1)
  else if (event.key === 'k' || (event.key === 'ArrowUp' && isInList)) stepRow(-1)
  else if (event.key === '/') document.querySelector<HTMLElement>('search input')?.focus()
  else return
  event.preventDefault()
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=menu], [role=alertdialog]') !== null
  )
}
