declare module '#lib/facts/types' {
  interface Facts {
    'contacts.created': Record<string, never>
    'contacts.changed': { fields: ('name' | 'phone' | 'email' | 'whatsappUserId')[] }
  }
}

export {}
