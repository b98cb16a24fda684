import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Keeps a text box as high as its text; its own maximum height holds. */
export function useAutosize(text: string, given?: RefObject<HTMLTextAreaElement | null>) {
  const own = useRef<HTMLTextAreaElement | null>(null)
  const box = given ?? own
  useLayoutEffect(() => {
    const area = box.current
    if (!area) return
    area.style.height = 'auto'
    const borders = area.offsetHeight - area.clientHeight
    area.style.height = text === '' ? '' : `${area.scrollHeight + borders}px`
  }, [text, box])
  return box
}
