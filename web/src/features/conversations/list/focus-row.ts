import { type RefObject, useEffect, useLayoutEffect } from 'react'

/** The row the keyboard stands at, by what it is about. It outlives the element, which may be drawn anew or go. */
let kept: string | null = null

interface Listed {
  /** What the rows of the list are about, in order, drawn or not. */
  readonly keys: readonly string[]
  /** Draws a row at once, wherever the list is scrolled to. */
  draw(key: string): void
}

const nothing: Listed = { keys: [], draw: () => undefined }
let listed = nothing

/** What the list holds, in order, drawn or not. */
export const listedKeys = (): readonly string[] => listed.keys

/** Moves to a conversation's row, at once or as soon as there is one. */
export function focusRow(conversationId: string): void {
  kept = conversationId
  if (!rowOf(conversationId) && listed.keys.includes(conversationId)) listed.draw(conversationId)
  rowOf(conversationId)?.focus()
}

/** Moves to the row so many places from the one that has the focus, or else from the open one. */
export function stepRow(by: 1 | -1): void {
  const all = keysInOrder()
  const here = focusedRow() ?? rows().find((row) => row.ariaCurrent === 'page')
  const from = here ? all.indexOf(keyOf(here)) : -1
  const next = all[from < 0 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1)]
  if (next !== undefined) focusRow(next)
}

/** The row that has the focus. */
export function focusedRow(): HTMLElement | undefined {
  return rows().find((row) => row === document.activeElement)
}

/**
 * Keeps the place in the list while rows come, go and change places: the focus stays at what it was about, and when that leaves
 * the list, goes to what came after it. Whoever moves elsewhere by key or pointer is left alone.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, { keys, draw }: Listed): void {
  useLayoutEffect(() => {
    listed = { keys, draw }
    return () => {
      listed = nothing
    }
  }, [keys, draw])
  useEffect(() => {
    let order = keysInOrder()
    const restore = () => {
      const before = order
      order = keysInOrder()
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

const rowOf = (key: string) => rows().find((row) => keyOf(row) === key)

/** Those of the list, and below them those of whatever else was found. */
function keysInOrder(): readonly string[] {
  const others = rows().filter((row) => row.closest('[aria-label=Conversations]') === null)
  return others.length === 0 ? listed.keys : [...listed.keys, ...others.map(keyOf)]
}

const keyOf = (row: HTMLElement) => row.dataset.conversationRow ?? ''

const isFocusLost = () => document.activeElement === null || document.activeElement === document.body

/** The same again if it is there, else what came after it, else what came before it. */
export function nextIn(now: readonly string[], before: readonly string[], key: string): string | undefined {
  const there = new Set(now)
  if (there.has(key)) return key
  const at = before.indexOf(key)
  const candidates = [...before.slice(at + 1), ...before.slice(0, Math.max(at, 0)).reverse()]
  return candidates.find((candidate) => there.has(candidate)) ?? now[0]
}
