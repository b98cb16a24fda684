/** The modules, in the order they lean on each other: each may import those before it, and none after it. */
export const modules = ['tenancy', 'contacts', 'channels', 'media', 'templates', 'conversations', 'audit'] as const
