import { useLayoutEffect, useRef } from 'react'

/** Keeps a text box as high as its text; its own maximum height holds. */
export function useAutosize(text: string) {
  const box = useRef<HTMLTextAreaElement | null>(null)
  useLayoutEffect(() => {
    const area = box.current
    if (!area) return
    area.style.height = 'auto'
    const borders = area.offsetHeight - area.clientHeight
    area.style.height = text === '' ? '' : `${area.scrollHeight + borders}px`
  }, [text])
  return box
}
