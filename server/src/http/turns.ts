import { Refusal } from '#lib/refusal'

/** Runs an act when it is its workspace's turn. */
export type InTurn = <T>(workspace: string, act: () => Promise<T>) => Promise<T>

interface Line {
  running: number
  readonly waiting: (() => void)[]
}

/**
 * Shares a process between workspaces: of each, so many acts run at the same time, and the others wait in line, so that one
 * that asks for everything at once leaves database connections to the rest. A line that grows too long is refused.
 */
export function takeTurns({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }): InTurn {
  const lines = new Map<string, Line>()

  return async (workspace, act) => {
    const line = lines.get(workspace) ?? { running: 0, waiting: [] }
    lines.set(workspace, line)
    if (line.running >= atOnce) await waitIn(line, mostWaiting)
    else line.running++
    try {
      return await act()
    } finally {
      // Who waits takes over the place; the count stays as it is.
      const next = line.waiting.shift()
      if (next) next()
      else if (--line.running === 0) lines.delete(workspace)
    }
  }
}

function waitIn(line: Line, mostWaiting: number): Promise<void> {
  if (line.waiting.length >= mostWaiting) {
    throw new Refusal('too_many_requests', 429, 'Too much was asked at the same moment. Wait a little and try again.', {
      retryAfter: 1,
    })
  }
  return new Promise((resolve) => line.waiting.push(resolve))
}
