import type { Linked, LinkSigner } from '#lib/signed-links'
import type { File } from './file.ts'

/** What of a file a link opens. */
export const parts = { file: 0, thumbnail: 1, download: 2 } as const

const turn = 6 * 3_600_000

interface Linkable {
  readonly tenantId: string
  readonly id: string
  readonly thumbnailBytes: number | null
}

/** Links to a file. They stay the same for six hours, so that a browser asks once, and hold for six more. */
export function linksTo(links: LinkSigner, now: Date, file: Linkable): NonNullable<File['links']> {
  const until = new Date((Math.floor(now.getTime() / turn) + 2) * turn)
  const to = (part: Linked['part']) => `/files/${links.sign({ tenantId: file.tenantId, id: file.id, part, until })}`
  return {
    file: to(parts.file),
    download: to(parts.download),
    thumbnail: file.thumbnailBytes ? to(parts.thumbnail) : null,
  }
}
