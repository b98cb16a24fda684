/** Every key the app listens to, once: what handles it, what lists it and what the palette shows beside an act read it here. */
export const shortcuts = {
  palette: { keys: '⌘K', also: 'Ctrl-K', words: 'Search and do anything' },
  inbox: { keys: 'g i', words: 'Go to the inbox' },
  next: { keys: 'j', words: 'Next in the list' },
  previous: { keys: 'k', words: 'Previous in the list' },
  open: { keys: 'Enter', words: 'Open the conversation' },
  back: { keys: 'Esc', words: 'Back to the list' },
  search: { keys: '/', words: 'Search' },
  select: { keys: 'x', words: 'Select the conversation' },
  resolve: { keys: 'e', words: 'Resolve, or open again' },
  reply: { keys: 'r', words: 'Reply' },
  note: { keys: 'n', words: 'Write a note' },
  assign: { keys: 'a', words: 'Assign' },
  label: { keys: 'l', words: 'Label' },
  snooze: { keys: 's', words: 'Snooze' },
  read: { keys: 'u', words: 'Mark as read' },
  undo: { keys: 'z', words: 'Undo' },
  swap: { keys: 'Alt-N', words: 'Change between reply and note' },
  help: { keys: '?', words: 'Show these keys' },
} as const satisfies Record<string, { keys: string; also?: string; words: string }>

export type Shortcut = keyof typeof shortcuts

const single = new Map<string, Shortcut>(
  Object.entries(shortcuts)
    .filter(([, { keys }]) => keys.length === 1)
    .map(([name, { keys }]) => [keys, name as Shortcut]),
)

/** The shortcut that a single key stands for, if any. */
export const shortcutOf = (key: string): Shortcut | undefined => single.get(key)

/** The keys as this device calls them. */
export function keysOf(name: Shortcut): string {
  const shortcut: { keys: string; also?: string } = shortcuts[name]
  return shortcut.also && !isApple() ? shortcut.also : shortcut.keys
}

const isApple = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
