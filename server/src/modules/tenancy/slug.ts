/** A workspace's place in addresses: lower-case letters, digits and single hyphens, 2 to 60 characters. */
export const slugPattern = /^[a-z0-9](?:-?[a-z0-9])*$/

// These would be mistaken for pages of the program itself.
const reserved = new Set(['new', 'api', 'admin', 'settings', 'sign-in', 'sign-up', 'simulator', 'docs', 'health'])

export function isUsableSlug(slug: string): boolean {
  return slugPattern.test(slug) && slug.length >= 2 && slug.length <= 60 && !reserved.has(slug)
}

/** The slug a name suggests, such as `salon-rosa` for "Salón Rosa". */
export function slugFor(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  return isUsableSlug(plain) ? plain : `desk-${plain || 'one'}`.slice(0, 60)
}
