import type { FileKind, FileReason } from './file.ts'

/** What looking into a file found. */
export interface Looked {
  /** By the first bytes, whatever its name says; null when they give no sign. */
  readonly sniffed: string | null
  /** Reads as text. */
  readonly isText: boolean
}

/** What a file calls itself. */
export interface Claimed {
  readonly name: string | null
  readonly type: string | null
}

export type Judged = { readonly type: string } | { readonly refused: FileReason }

const office = 'application/vnd.openxmlformats-officedocument'
const unknownType = 'application/octet-stream'

const pictures = ['image/jpeg', 'image/png']
const videos = ['video/mp4', 'video/3gpp']
const sounds = ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg']
// Their content is in a container that looks the same for all three.
const oldOffice = ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint']
const documents = [
  ...['application/pdf', 'text/plain', ...oldOffice],
  ...[`${office}.wordprocessingml.document`, `${office}.spreadsheetml.sheet`, `${office}.presentationml.presentation`],
]

const byEnding: Readonly<Record<string, string>> = {
  ...{ jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif' },
  ...{ mp4: 'video/mp4', '3gp': 'video/3gpp', mp3: 'audio/mpeg', m4a: 'audio/mp4', aac: 'audio/aac' },
  ...{ amr: 'audio/amr', ogg: 'audio/ogg', opus: 'audio/ogg', pdf: 'application/pdf', txt: 'text/plain' },
  ...{ csv: 'text/plain', doc: 'application/msword', xls: 'application/vnd.ms-excel' },
  ...{ ppt: 'application/vnd.ms-powerpoint', docx: `${office}.wordprocessingml.document` },
  ...{ xlsx: `${office}.spreadsheetml.sheet`, pptx: `${office}.presentationml.presentation` },
}

const sameAs: Readonly<Record<string, string>> = {
  ...{ 'audio/x-m4a': 'audio/mp4', 'audio/opus': 'audio/ogg', 'application/ogg': 'audio/ogg' },
  ...{ 'audio/amr-wb': 'audio/amr', 'video/3gpp2': 'video/3gpp', 'image/jpg': 'image/jpeg', 'audio/mp3': 'audio/mpeg' },
}

/** What may be opened in the browser, in its own type. Everything else is downloaded. */
export function isShown(type: string): boolean {
  return [...pictures, 'image/webp', ...videos, ...sounds].includes(type)
}

/** Types a thumbnail is made of. */
export function isPicture(type: string): boolean {
  return [...pictures, 'image/webp'].includes(type)
}

/**
 * The type under which a customer's file is kept. What plays or shows by itself has to be what it came as; a document may be
 * anything, and is only called by a name that its content bears out.
 */
export function judgeArrived(kind: FileKind, looked: Looked, claimed: Claimed): Judged {
  const found = plainType(looked.sniffed)
  if (kind === 'document') return { type: documentType(looked, claimed) ?? (isMedia(found) ? found : unknownType) }
  if (kind === 'audio' && (isOf(sounds, found) || found === 'video/mp4'))
    return { type: found === 'video/mp4' ? 'audio/mp4' : found }
  if (kind === 'video' && isOf(videos, found)) return { type: found }
  if ((kind === 'image' || kind === 'sticker') && isOf([...pictures, 'image/webp'], found)) return { type: found }
  const message = `It came as ${words[kind]}, but it is something else. It was not kept.`
  return { refused: { code: 'not_what_it_says', message } }
}

/** As what a file of ours can leave. Refuses what WhatsApp would, and what is not what its name says. */
export function judgeUpload(
  looked: Looked,
  claimed: Claimed,
): { kind: FileKind; type: string } | { refused: FileReason } {
  const found = plainType(looked.sniffed)
  const type = (isMedia(found) ? found : documentType(looked, claimed)) ?? null
  const kind = type === null ? null : kindOf(type)
  const expected = expectedKind(claimed)
  const isOtherwise = expected !== null && expected !== kind && !(expected === 'audio' && type === 'video/mp4')
  if (isOtherwise)
    return { refused: { code: 'not_what_it_says', message: `${called(claimed)} is not what its name says.` } }
  if (type === null || kind === null) return { refused: { code: 'type_not_taken', message: taken } }
  return expected === 'audio' ? { kind: 'audio', type: type === 'video/mp4' ? 'audio/mp4' : type } : { kind, type }
}

const words: Readonly<Record<FileKind, string>> = {
  image: 'a picture',
  video: 'a video',
  audio: 'a sound',
  document: 'a document',
  sticker: 'a sticker',
}

const taken =
  'WhatsApp takes pictures (JPEG, PNG), videos (MP4, 3GP), sounds (MP3, M4A, AAC, AMR, OGG) and documents (PDF, Word, Excel, PowerPoint, text).'

/** A document's type, when its content bears out what it claims. */
function documentType({ sniffed, isText }: Looked, claimed: Claimed): string | undefined {
  const found = plainType(sniffed)
  const said = [endingType(claimed.name), plainType(claimed.type)]
  if (found === 'application/x-cfb') return said.find((type) => isOf(oldOffice, type)) ?? undefined
  if (found !== null) return isOf(documents, found) ? found : undefined
  const isCalledText = said[0] === 'text/plain' || (claimed.name === null && said[1] === 'text/plain')
  return isText && isCalledText ? 'text/plain' : undefined
}

function kindOf(type: string): FileKind | null {
  if (pictures.includes(type)) return 'image'
  if (videos.includes(type)) return 'video'
  if (sounds.includes(type)) return 'audio'
  return documents.includes(type) ? 'document' : null
}

/** What the name, or else the declared type, leads one to expect. */
function expectedKind({ name, type }: Claimed): FileKind | null {
  const said = endingType(name) ?? plainType(type)
  return said === null ? null : kindOf(said)
}

function endingType(name: string | null): string | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(byEnding, ending) ? (byEnding[ending] ?? null) : null
}

/** Without parameters, one spelling for each. */
function plainType(type: string | null): string | null {
  const bare = type?.split(';')[0]?.trim().toLowerCase() ?? null
  return bare === null || bare === '' ? null : (sameAs[bare] ?? bare)
}

function isMedia(type: string | null): type is string {
  return isOf([...pictures, 'image/webp', ...videos, ...sounds], type)
}

function isOf(types: readonly string[], type: string | null | undefined): type is string {
  return type !== null && type !== undefined && types.includes(type)
}

function called({ name }: Claimed): string {
  return name === null ? 'This file' : `“${name}”`
}
