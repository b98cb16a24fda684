const rows = () => [...document.querySelectorAll<HTMLElement>('[data-conversation-row]')]

/** Moves to a conversation's row, if it is in the list. */
export function focusRow(conversationId: string): void {
  rows()
    .find((row) => row.dataset.conversationRow === conversationId)
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
