import { useSyncExternalStore } from 'react'
import { recall, remember } from '../lib/storage.ts'

export type Theme = 'system' | 'light' | 'dark'

const listeners = new Set<() => void>()
let theme = read()

/** The chosen theme and how to choose another; "system" follows the device. */
export function useTheme(): [Theme, (next: Theme) => void] {
  return [useSyncExternalStore(subscribe, () => theme), choose]
}

function choose(next: Theme): void {
  theme = next
  remember('theme', next === 'system' ? null : next)
  if (next === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = next
  for (const changed of listeners) changed()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function read(): Theme {
  const kept = recall('theme')
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}
