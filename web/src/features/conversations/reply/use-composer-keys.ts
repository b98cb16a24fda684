import { type RefObject, useEffect } from 'react'
import { flushSync } from 'react-dom'
import { isCommand } from '../../../lib/is-writing.ts'
import { focusedRow } from '../list/focus-row.ts'

/**
 * From anywhere in the thread r begins an answer and n a note; at a message r quotes it, in the list it is about the row.
 */
export function useComposerKeys(box: RefObject<HTMLElement | null>, setNoting: (isNoting: boolean) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isCommand(event) || (event.key !== 'r' && event.key !== 'n') || focusedRow()) return
      event.preventDefault()
      const message = event.key === 'r' ? document.activeElement?.closest('li')?.querySelector('[data-quote]') : null
      flushSync(() => setNoting(event.key === 'n'))
      if (message instanceof HTMLElement) return message.click()
      box.current?.querySelector('textarea')?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [box, setNoting])
}
