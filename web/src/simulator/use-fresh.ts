import { useCallback, useEffect, useRef, useState } from 'react'
import { type Topic, useLive } from './live.tsx'

export interface Fresh<T> {
  data: T | null
  error: Error | null
  reload: () => void
}

/** Loads, and loads again whenever the topic changes; `load` must be stable. What was loaded stays through an error. */
export function useFresh<T>(load: () => Promise<T>, topic: Topic): Fresh<T> {
  const { listen } = useLive()
  const [data, setData] = useState<T | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const run = useRef(() => {})

  useEffect(() => {
    let gone = false
    let busy = false
    let again = false
    run.current = async () => {
      again = true
      if (busy) return
      busy = true
      while (again && !gone) {
        again = false
        await load().then(
          (next) => {
            if (gone) return
            setData(next)
            setError(null)
          },
          (cause: Error) => gone || setError(cause),
        )
        // In a storm of changes ten looks a second are enough.
        if (again) await new Promise((resolve) => setTimeout(resolve, 100))
      }
      busy = false
    }
    run.current()
    const stop = listen(topic, () => run.current())
    return () => {
      gone = true
      stop()
    }
  }, [load, topic, listen])

  return { data, error, reload: useCallback(() => run.current(), []) }
}
