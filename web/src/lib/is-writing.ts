/** True where a key is text, or belongs to something that floats above the page. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=menu], [role=alertdialog], [role=dialog]') !==
      null
  )
}

/** True for a key that is meant for the page: alone, and nowhere one writes. */
export function isCommand(event: KeyboardEvent): boolean {
  return !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target)
}
