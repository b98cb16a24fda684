// What this browser remembers. Storage may be full or forbidden; then nothing is remembered and nothing breaks.

const prefix = 'frontdesk:'

/** What was kept under the name, or null. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

/** Keeps a text under the name; null or an empty text forgets it. */
export function remember(name: string, value: string | null): void {
  try {
    if (value) localStorage.setItem(prefix + name, value)
    else localStorage.removeItem(prefix + name)
  } catch {
    return
  }
}

/** The same in this tab alone, until it is closed. */
export function recallHere(name: string): string | null {
  try {
    return sessionStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

/** The same in this tab alone. */
export function rememberHere(name: string, value: string): void {
  try {
    if (value) sessionStorage.setItem(prefix + name, value)
    else sessionStorage.removeItem(prefix + name)
  } catch {
    return
  }
}
