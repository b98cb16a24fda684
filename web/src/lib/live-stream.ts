import type { Fact } from './api-types.ts'

export interface LiveListener {
  onFact(fact: Fact): void
  /** A stream begins anew, and what happened before can't be told: everything on screen may be stale. */
  onGap(): void
  onState(state: 'live' | 'lost'): void
}

const firstWait = 1_000
const longestWait = 30_000

/**
 * Listens to a workspace's facts until the returned function is called. The browser itself resumes a broken stream
 * where it stopped; when it gives up (the server answered with an error), this opens another after a growing wait.
 */
export function listen(url: string, listener: LiveListener): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = firstWait

  const open = () => {
    let isResumed = false
    source = new EventSource(url)
    source.addEventListener('ready', () => {
      if (!isResumed) listener.onGap()
      isResumed = true
      wait = firstWait
      listener.onState('live')
    })
    source.addEventListener('fact', (event) => listener.onFact(JSON.parse(event.data) as Fact))
    source.addEventListener('reset', () => listener.onGap())
    source.addEventListener('open', () => listener.onState('live'))
    source.addEventListener('error', reopenIfOver)
  }

  const reopenIfOver = () => {
    listener.onState('lost')
    if (source?.readyState !== EventSource.CLOSED) return
    clearTimeout(timer)
    timer = setTimeout(open, wait * (0.75 + Math.random() / 2))
    wait = Math.min(wait * 2, longestWait)
  }

  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
