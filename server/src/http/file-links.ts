import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ByteRange } from '#lib/files/store'
import { type OpenedLink, openLink } from '#media'
import type { App } from '../app.ts'

type LinkRequest = FastifyRequest<{ Params: { token: string } }>

// Whatever is in a file, nothing of it runs: no script, no form, no frame, and no type but the one we found.
const nothingRuns = "default-src 'none'; sandbox"

/** Hands out files by signed links. The link is the permission: no cookie is read, and none is needed. */
export function openFileLinks(http: FastifyInstance, app: App): void {
  http.get('/files/:token', { schema: { hide: true }, logLevel: 'warn' }, async (request: LinkRequest, reply) => {
    const file = await openLink(app, request.params.token)
    const range = rangeOf(request.headers.range, file.bytes)
    reply
      .header('content-security-policy', nothingRuns)
      .header('content-disposition', dispositionOf(file))
      .header('cache-control', `private, max-age=${secondsLeft(app, file)}, immutable`)
      .header('accept-ranges', 'bytes')
    if (range === 'none') return reply.code(416).header('content-range', `bytes */${file.bytes}`).send()
    return hand(reply, file, range)
  })
}

async function hand(reply: FastifyReply, file: OpenedLink, range: ByteRange | undefined): Promise<FastifyReply> {
  const bytes = await file.read(range)
  const length = range ? range.last - range.first + 1 : file.bytes
  if (range) reply.code(206).header('content-range', `bytes ${range.first}-${range.last}/${file.bytes}`)
  return reply.type(charsetOf(file.type)).header('content-length', length).send(bytes)
}

/** One range, as players ask for it; several, or none that makes sense, is the whole file. `none`: beyond its end. */
function rangeOf(header: string | undefined, bytes: number): ByteRange | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return first > last ? 'none' : { first, last }
}

/** RFC 6266: the name in plain letters for whoever knows nothing else, and as it is. */
function dispositionOf({ isShown, name }: OpenedLink): string {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${isShown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

function charsetOf(type: string): string {
  return type === 'text/plain' ? 'text/plain; charset=utf-8' : type
}

function secondsLeft({ clock }: App, { until }: OpenedLink): number {
  return Math.max(0, Math.floor((until.getTime() - clock.now().getTime()) / 1_000))
}
