import { type RefObject, useEffect } from 'react'

/** The row the keyboard stands at, by what it is about. It outlives the element, which may be drawn anew or go. */
let kept: string | null = null

/** Moves to a conversation's row, at once or as soon as it is drawn. */
export function focusRow(conversationId: string): void {
  kept = conversationId
  rows()
    .find((row) => keyOf(row) === kept)
    ?.focus()
}

/** Moves to the row so many places from the one that has the focus, or else from the open one. */
export function stepRow(by: 1 | -1): void {
  const all = rows()
  const focused = all.indexOf(document.activeElement as HTMLElement)
  const from = focused >= 0 ? focused : all.findIndex((row) => row.ariaCurrent === 'page')
  all[from < 0 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1)]?.focus()
}

/** The row that has the focus. */
export function focusedRow(): HTMLElement | undefined {
  return rows().find((row) => row === document.activeElement)
}

/**
 * Keeps the place in the list while rows come, go and change places: the focus stays at what it was about, and when that leaves
 * the list, goes to what came after it. Whoever moves elsewhere by key or pointer is left alone.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let order = rows().map(keyOf)
    const restore = () => {
      const before = order
      order = rows().map(keyOf)
      if (kept === null || !isFocusLost()) return
      const next = nextIn(order, before, kept)
      if (next !== undefined) focusRow(next)
    }
    const follow = ({ target }: Event) => {
      kept = target instanceof HTMLElement && target.dataset.conversationRow ? keyOf(target) : null
    }
    const letGo = () => {
      kept = null
    }
    const observer = new MutationObserver(restore)
    if (list.current) observer.observe(list.current, { childList: true, subtree: true })
    document.addEventListener('focusin', follow)
    document.addEventListener('pointerdown', letGo)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', follow)
      document.removeEventListener('pointerdown', letGo)
      kept = null
    }
  }, [list])
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-conversation-row]')]

const keyOf = (row: HTMLElement) => row.dataset.conversationRow ?? ''

const isFocusLost = () => document.activeElement === null || document.activeElement === document.body

/** The same again if it is there, else what came after it, else what came before it. */
export function nextIn(now: readonly string[], before: readonly string[], key: string): string | undefined {
  const at = before.indexOf(key)
  const candidates = [key, ...before.slice(at + 1), ...before.slice(0, Math.max(at, 0)).reverse()]
  return candidates.find((candidate) => now.includes(candidate)) ?? now[0]
}
