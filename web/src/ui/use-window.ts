import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

interface Rows {
  /** What each row is about, in order. */
  keys: readonly string[]
  /** Of every row, in pixels. */
  height: number
  /** Rows that stay drawn wherever the box is scrolled to. */
  held: readonly (string | null | undefined)[]
}

// Rows drawn beyond either edge; the window moves by whole steps, so that most scrolling draws nothing.
const spare = 12
const step = 8

/**
 * Which rows of a long list to draw: those in sight of the box that scrolls, and those that are held. What is in sight stays
 * where it is when rows come and go above it. The rows have to stand at the very top of the box.
 */
export function useWindow(box: RefObject<HTMLElement | null>, { keys, height, held }: Rows): number[] {
  const [{ from, to }, setRange] = useState({ from: 0, to: step + 2 * spare })
  const top = useRef({ key: undefined as string | undefined, at: 0 })
  const current = useRef(keys)

  useEffect(() => {
    const scroller = box.current
    if (!scroller) return
    const look = () => {
      const first = Math.floor(scroller.scrollTop / height)
      top.current = { key: current.current[first], at: first }
      const from = Math.max(0, Math.floor((first - spare) / step) * step)
      const to = Math.ceil((first + scroller.clientHeight / height + spare) / step) * step
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(scroller)
    scroller.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', look)
    }
  }, [box, height])

  useLayoutEffect(() => {
    current.current = keys
    const { key, at } = top.current
    const now = key === undefined || !box.current?.scrollTop ? -1 : keys.indexOf(key)
    if (now >= 0 && now !== at) box.current?.scrollBy(0, (now - at) * height)
    top.current = { key: keys[now < 0 ? at : now], at: now < 0 ? at : now }
  }, [box, keys, height])

  const inSight = Array.from({ length: Math.max(0, Math.min(to, keys.length) - from) }, (_, no) => from + no)
  const elsewhere = held.flatMap((key) => {
    const at = key ? keys.indexOf(key) : -1
    return at >= 0 && (at < from || at >= to) ? [at] : []
  })
  return [...new Set([...inSight, ...elsewhere])].sort((one, other) => one - other)
}
