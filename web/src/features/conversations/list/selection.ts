import { useSyncExternalStore } from 'react'

let selected: ReadonlySet<string> = new Set()
let last: string | null = null
const listeners = new Set<() => void>()

/** Selects a row, or no longer. */
export function toggleSelected(id: string): void {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  last = id
  set(next)
}

/** Selects everything between the row chosen last and this one, in the order given. */
export function selectTo(id: string, order: readonly string[]): void {
  const [from, to] = [order.indexOf(last ?? id), order.indexOf(id)].toSorted((a, b) => a - b)
  const range = from === undefined || to === undefined || from < 0 ? [id] : order.slice(from, to + 1)
  last = id
  set(new Set([...selected, ...range]))
}

/** Selects these and no others. */
export function selectOnly(ids: readonly string[]): void {
  set(new Set(ids))
}

/** The rows selected now. */
export const selectedIds = (): readonly string[] => [...selected]

/** How many are selected. */
export const useSelectedCount = () => useSyncExternalStore(subscribe, () => selected.size)

/** True when the row is selected. */
export const useIsSelected = (id: string) => useSyncExternalStore(subscribe, () => selected.has(id))

function set(next: ReadonlySet<string>): void {
  selected = next
  for (const changed of listeners) changed()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
