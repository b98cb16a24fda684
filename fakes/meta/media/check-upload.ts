import type { GraphRequest } from '../authorise.ts'
import { type GraphError, graphError } from '../graph-error.ts'

const mega = 1024 * 1024
const office = 'application/vnd.openxmlformats-officedocument'

/** Bytes at most, by type. What is not here is not taken. */
const most: Readonly<Record<string, number>> = {
  ...of(16 * mega, ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'video/mp4', 'video/3gpp']),
  ...of(5 * mega, ['image/jpeg', 'image/png']),
  ...of(mega / 2, ['image/webp']),
  ...of(100 * mega, ['application/pdf', 'text/plain', 'application/msword', 'application/vnd.ms-excel']),
  ...of(100 * mega, ['application/vnd.ms-powerpoint', `${office}.wordprocessingml.document`]),
  ...of(100 * mega, [`${office}.spreadsheetml.sheet`, `${office}.presentationml.presentation`]),
}

function of(bytes: number, types: string[]): Record<string, number> {
  return Object.fromEntries(types.map((type) => [type, bytes]))
}

export interface CheckedUpload {
  readonly type: string
  readonly name: string | null
  readonly bytes: Buffer
}

/** What was uploaded, or the first thing Meta would find wrong with it. */
export async function checkUpload({ body, headers }: GraphRequest): Promise<CheckedUpload | GraphError> {
  const form = await read(body, headers['content-type'])
  const file = form?.get('file')
  if (!form || !(file instanceof File)) return graphError(100, 'The parameter file is required.')
  if (form.get('messaging_product') !== 'whatsapp') return graphError(100, 'messaging_product must be whatsapp.')
  const type = String(form.get('type') ?? file.type)
  const limit = most[type.split(';')[0]?.trim() ?? '']
  if (limit === undefined)
    return graphError(100, `Param file must be a file with one of the following types: ${Object.keys(most)}`)
  const bytes = Buffer.from(await file.arrayBuffer())
  if (bytes.length === 0) return graphError(100, 'The file is empty.')
  if (bytes.length > limit) return graphError(131053, `The file is larger than ${limit} bytes.`)
  return { type, name: file.name || null, bytes }
}

async function read(body: unknown, type: string | undefined): Promise<FormData | undefined> {
  if (!Buffer.isBuffer(body) || type === undefined) return undefined
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => undefined)
}
