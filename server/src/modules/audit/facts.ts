declare module '#lib/facts/types' {
  interface Facts {
    /** Somebody took a copy of the log, or of what they filtered it by. */
    'audit.exported': { filter: Readonly<Record<string, string>> }
  }
}

export {}
