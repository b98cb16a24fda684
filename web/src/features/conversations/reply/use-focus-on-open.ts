import { type RefObject, useEffect } from 'react'

/** Where there is a keyboard, one begins to write at once. */
export function useFocusOnOpen(box: RefObject<HTMLTextAreaElement | null>, hasKeyboard: boolean) {
  useEffect(() => {
    if (hasKeyboard) box.current?.focus({ preventScroll: true })
  }, [box, hasKeyboard])
}
