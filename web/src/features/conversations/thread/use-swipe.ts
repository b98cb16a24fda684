import { type TouchEvent, useRef } from 'react'

const far = 64
const level = 40

/** Notices a finger drawn to the right across something. */
export function useSwipe(onSwipe: (() => void) | null) {
  const start = useRef<{ x: number; y: number } | null>(null)
  if (!onSwipe) return {}
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const finger = touches.length === 1 ? touches[0] : undefined
      start.current = finger ? { x: finger.clientX, y: finger.clientY } : null
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const finger = changedTouches[0]
      const from = start.current
      start.current = null
      if (!from || !finger) return
      if (finger.clientX - from.x > far && Math.abs(finger.clientY - from.y) < level) onSwipe()
    },
  }
}
