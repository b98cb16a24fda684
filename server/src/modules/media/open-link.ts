import type { Readable } from 'node:stream'
import { system } from '#lib/actor'
import type { Context } from '#lib/context'
import type { ByteRange } from '#lib/files/store'
import { NotFound, Refusal } from '#lib/refusal'
import { parts } from './links.ts'
import { placeOf, thumbnailPlaceOf } from './place.ts'
import { type FileRow, findRow } from './queries.ts'
import { isShown } from './type.ts'

/** What a link opens: how it is to be handed out, and how its bytes are read. */
export interface OpenedLink {
  readonly type: string
  readonly bytes: number
  readonly name: string
  /** May be shown in the browser; everything else is downloaded. */
  readonly isShown: boolean
  readonly until: Date
  read(range?: ByteRange): Promise<Readable>
}

/** Opens a signed link. Whoever holds it may: a link that nobody here signed is no page, one that is over says so. */
export async function openLink(context: Context, token: string): Promise<OpenedLink> {
  const linked = context.links.read(token)
  if (!linked) throw new NotFound('file')
  if (linked.until <= context.clock.now()) throw new LinkOver()
  const { tenantId, id, part, until } = linked
  const file = await context.withTenant({ tenantId, actor: system }, (tx) => findRow(tx, id))
  if (file?.state !== 'stored' || file.type === null) throw new NotFound('file')

  const isThumbnail = part === parts.thumbnail
  const key = isThumbnail ? thumbnailPlaceOf(file) : placeOf(file)
  const type = isThumbnail ? 'image/webp' : file.type
  return {
    type,
    bytes: isThumbnail ? (file.thumbnailBytes ?? 0) : file.bytes,
    name: nameOf(file),
    isShown: part !== parts.download && isShown(type),
    until,
    read: (range) => context.files.read(key, range),
  }
}

class LinkOver extends Refusal {
  constructor() {
    super('link_over', 410, 'This link is over. Open the conversation again for a new one.')
  }
}

function nameOf({ name, kind, type, id }: FileRow): string {
  return name ?? `${kind}-${id.slice(-6)}.${endings[type ?? ''] ?? 'bin'}`
}

const endings: Readonly<Record<string, string>> = {
  ...{ 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'video/mp4': 'mp4', 'video/3gpp': '3gp' },
  ...{ 'audio/ogg': 'ogg', 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a', 'audio/aac': 'aac', 'audio/amr': 'amr' },
  ...{ 'application/pdf': 'pdf', 'text/plain': 'txt' },
}
