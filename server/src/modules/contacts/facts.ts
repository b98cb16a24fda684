declare module '#lib/facts/types' {
  interface Facts {
    'contacts.created': Record<string, never>
    /** `phone`, `email` and `whatsappUserId` mean that one was added, unless `removed` names the kind that was taken away. */
    'contacts.changed': {
      fields: ('name' | 'phone' | 'email' | 'whatsappUserId' | 'labels' | 'notes')[]
      labels?: { from: readonly string[]; to: readonly string[] }
      removed?: 'phone' | 'email'
    }
    /** The subject was merged into the contact; both stay, and reads show one person. */
    'contacts.merged': { into: string }
    'contacts.unmerged': { from: string }
  }
}

export {}
