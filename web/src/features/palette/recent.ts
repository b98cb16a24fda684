import { recall, remember } from '../../lib/storage.ts'

const kept = 8

/** What was chosen lately in this browser, the latest first. */
export function recentIds(slug: string): string[] {
  try {
    const ids: unknown = JSON.parse(recall(`palette ${slug}`) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Remembers a choice. */
export function noteRecent(slug: string, id: string): void {
  const ids = [id, ...recentIds(slug).filter((other) => other !== id)].slice(0, kept)
  remember(`palette ${slug}`, JSON.stringify(ids))
}
