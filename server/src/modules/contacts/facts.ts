interface Moved<Value> {
  readonly from: Value
  readonly to: Value
}

declare module '#lib/facts/types' {
  interface Facts {
    /** `importId` where a file brought them. */
    'contacts.created': { importId?: string }
    /**
     * `phone`, `email` and `whatsappUserId` mean that one was added, unless `removed` names the kind that was taken away. What
     * notes say is not repeated here: it is long, and gone from the card when it is deleted.
     */
    'contacts.changed': {
      fields: ('name' | 'phone' | 'email' | 'whatsappUserId' | 'username' | 'labels' | 'notes' | 'custom')[]
      name?: Moved<string | null>
      phone?: Moved<string | null>
      email?: Moved<string | null>
      whatsappUserId?: Moved<string | null>
      username?: Moved<string | null>
      labels?: Moved<readonly string[]>
      custom?: readonly ({ id: string; name: string } & Moved<string | null>)[]
      removed?: 'phone' | 'email'
      importId?: string
    }
    /** The subject was merged into the contact; both stay, and reads show one person. */
    'contacts.merged': { into: string }
    'contacts.unmerged': { from: string }
    'contacts.field_defined': { name: string; kind: string }
    'contacts.field_changed': { name: string; change: Readonly<Record<string, Moved<unknown>>> }
    'contacts.import_changed': {
      state: string
      fileName: string
      lines: number
      position: number
      made: number
      updated: number
      refused: number
    }
    'contacts.exported': { fields: readonly string[]; filtered: boolean }
    /** How a person stands on a channel for a purpose; the words are in the ledger. */
    'contacts.consent_changed': Moved<'none' | 'granted' | 'withdrawn'> & {
      channelKind: string
      purpose: string
      source: string
      importId?: string
    }
    'contacts.consent_rules_changed': Moved<object>
    'contacts.lead_created': { stage: string; source: string }
    'contacts.lead_stage_changed': Moved<string> & { reason?: string }
    'contacts.lead_changed': {
      ownerId?: Moved<string | null>
      value?: Moved<{ amount: number; currency: string } | null>
      lostReason?: Moved<string | null>
    }
  }
}

export {}
