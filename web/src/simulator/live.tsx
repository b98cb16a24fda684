import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { liveUrl } from './phone-api.ts'

export type Topic = 'chat' | 'webhooks' | 'faults' | 'people'

interface LiveLine {
  /** Since when the line is down, or null while it holds. */
  lostSince: Date | null
  listen(topic: Topic, changed: () => void): () => void
}

const topics: Topic[] = ['chat', 'webhooks', 'faults', 'people']
const LiveContext = createContext<LiveLine | null>(null)

/** One stream of changes for the whole page; after an interruption everything counts as changed. */
export function Live({ children }: { children: ReactNode }) {
  const [lostSince, setLostSince] = useState<Date | null>(null)
  const listeners = useMemo(() => new Map<Topic, Set<() => void>>(topics.map((topic) => [topic, new Set()])), [])

  useEffect(() => connect(listeners, setLostSince), [listeners])

  const listen = useCallback(
    (topic: Topic, changed: () => void) => {
      listeners.get(topic)?.add(changed)
      return () => void listeners.get(topic)?.delete(changed)
    },
    [listeners],
  )
  const line = useMemo(() => ({ lostSince, listen }), [lostSince, listen])
  return <LiveContext value={line}>{children}</LiveContext>
}

export function useLive(): LiveLine {
  const line = useContext(LiveContext)
  if (!line) throw new Error('useLive needs <Live> above it.')
  return line
}

function connect(listeners: Map<Topic, Set<() => void>>, setLostSince: (when: Date | null) => void): () => void {
  const tell = (topic: Topic) => {
    for (const changed of listeners.get(topic) ?? []) changed()
  }
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let wasLost = false

  const open = () => {
    source = new EventSource(liveUrl)
    source.addEventListener('ready', () => {
      setLostSince(null)
      if (wasLost) topics.forEach(tell)
      wasLost = false
    })
    for (const topic of topics) source.addEventListener(topic, () => tell(topic))
    source.addEventListener('error', () => {
      if (!wasLost) setLostSince(new Date())
      wasLost = true
      // The browser gives up for good when the answer is an error page, as a proxy's is while the server restarts.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, 1_500)
    })
  }
  open()
  return () => {
    clearTimeout(retry)
    source?.close()
  }
}
