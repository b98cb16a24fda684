import { useState } from 'react'
import { recall, remember } from '../../../../lib/storage.ts'

/** What was begun in an editor of a conversation, kept in this browser until it is sent. */
export function useKept<Begun extends object>(name: string, empty: Begun) {
  const [begun, setBegun] = useState<Begun>(() => ({ ...empty, ...parsed(recall(name)) }))
  const change = (part: Partial<Begun>) => {
    const next = { ...begun, ...part }
    setBegun(next)
    remember(name, JSON.stringify(next))
  }
  return { begun, change, forget: () => remember(name, null) }
}

function parsed(kept: string | null): object {
  try {
    const value: unknown = JSON.parse(kept ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
