import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuseUnknownAddress } from './problems.ts'
import type { Extra } from './server.ts'

const built = join(import.meta.dirname, '../../../web/dist')

/** Serves the built web app: hashed files for ever, pages fresh, and the app's own page for every address that is a page. */
export async function openPages(http: FastifyInstance, { simulator }: Extra): Promise<void> {
  if (!existsSync(join(built, 'index.html'))) {
    http.setNotFoundHandler(refuseUnknownAddress)
    return
  }
  await http.register(fastifyStatic, {
    root: built,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) =>
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  if (simulator)
    http.get('/simulator', { schema: { hide: true } }, (_request, reply) => reply.sendFile('simulator.html'))
  http.setNotFoundHandler((request, reply) => (isPage(request) ? sendApp(reply) : refuseUnknownAddress(request, reply)))
}

function isPage(request: FastifyRequest): boolean {
  const wantsHtml = request.headers.accept?.includes('text/html') ?? false
  return request.method === 'GET' && wantsHtml && !/^\/(api|webhooks|assets|docs|simulator\/api)\//.test(request.url)
}

function sendApp(reply: FastifyReply): FastifyReply {
  return reply.code(200).sendFile('index.html')
}
