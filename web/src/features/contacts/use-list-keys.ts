import { useEffect } from 'react'

/** j and k walk through the people from anywhere, the arrows from within the list, "/" goes to the search. */
export function useListKeys(): void {
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
  const isInList = event.target instanceof Element && event.target.closest('[data-contact-row]')
  if (event.key === 'j' || (event.key === 'ArrowDown' && isInList)) step(1)
  else if (event.key === 'k' || (event.key === 'ArrowUp' && isInList)) step(-1)
  else if (event.key === '/') document.querySelector<HTMLElement>('search input')?.focus()
  else return
  event.preventDefault()
}

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-contact-row]')]
  const focused = rows.indexOf(document.activeElement as HTMLElement)
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === 'page')
  rows[from < 0 ? 0 : Math.min(Math.max(from + by, 0), rows.length - 1)]?.focus()
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=alertdialog]') !==
      null
  )
}
