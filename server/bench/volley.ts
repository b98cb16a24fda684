import { openConnection } from './connection.ts'
import type { Times } from './figures.ts'

export interface Volley {
  /** Answered 200. */
  readonly taken: number
  /** Answered anything else. */
  readonly refused: number
  readonly perSecond: number
  readonly times: Times
}

/** Sends requests over so many connections, each asking anew as soon as it is answered, until time or requests run out. */
export async function volley(
  url: URL,
  { connections, seconds, requests }: { connections: number; seconds: number; requests: Iterator<Buffer> },
): Promise<Volley> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(url)))
  const times: number[] = []
  let taken = 0
  const start = performance.now()
  const end = start + seconds * 1_000

  const shoot = async ({ ask }: (typeof open)[number]) => {
    while (performance.now() < end) {
      const next = requests.next()
      if (next.done) return
      const begun = performance.now()
      const status = await ask(next.value)
      times.push(performance.now() - begun)
      if (status === 200) taken += 1
    }
  }
  await Promise.all(open.map(shoot))
  const elapsed = (performance.now() - start) / 1_000
  for (const connection of open) connection.close()
  return { taken, refused: times.length - taken, perSecond: taken / elapsed, times }
}
