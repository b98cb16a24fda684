import type { QueryClient } from '@tanstack/react-query'
import { listKey } from './queries.ts'

interface Standing {
  /** How many changes are on their way to the server. */
  open: number
  /** How many have begun so far: what was read before one of them says nothing about after it. */
  begun: number
  waiting: (() => void)[]
}

const standings = new Map<string, Standing>()

/**
 * Makes a change that is already shown. Until it has arrived nothing older that is read may take it back: lists under way
 * are read again afterwards, single conversations wait.
 */
export async function whileChanging<T>(
  client: QueryClient,
  slug: string,
  ids: readonly string[],
  act: () => Promise<T>,
): Promise<T> {
  const stale = client.getQueryCache().findAll({ queryKey: listKey(slug), fetchStatus: 'fetching' })
  for (const { queryKey } of stale) client.cancelQueries({ queryKey, exact: true })
  for (const id of ids) {
    const standing = standingOf(id)
    standing.open++
    standing.begun++
  }
  try {
    return await act()
  } finally {
    for (const id of ids) settle(standingOf(id))
    for (const { queryKey } of stale) client.invalidateQueries({ queryKey, exact: true })
  }
}

/** Reads something about a conversation when no change of ours is under way; anew, if one began meanwhile. */
export async function readSettled<T>(id: string, read: () => Promise<T>): Promise<T> {
  const standing = standingOf(id)
  for (;;) {
    if (standing.open > 0) await new Promise<void>((resolve) => standing.waiting.push(resolve))
    const { begun } = standing
    const answer = await read()
    if (standing.begun === begun) return answer
  }
}

function standingOf(id: string): Standing {
  const standing = standings.get(id) ?? { open: 0, begun: 0, waiting: [] }
  standings.set(id, standing)
  return standing
}

function settle(standing: Standing): void {
  standing.open--
  if (standing.open > 0) return
  for (const resolve of standing.waiting.splice(0)) resolve()
}
