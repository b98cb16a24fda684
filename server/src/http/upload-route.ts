import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '#lib/refusal'
import type { Principal } from '#lib/tx'
import { File, getFile, type Uploaded, upload } from '#media'
import type { App } from '../app.ts'
import { type Answer, answerOnce, repeatable } from './idempotency.ts'
import type { CountMember } from './limits.ts'
import { callerId, callerIn } from './member-doors.ts'
import { Problem } from './problems.ts'
import { readUpload } from './read-upload.ts'

const mostBytes = 101 * 1024 * 1024

const Params = z.object({ slug: z.string().describe('The workspace’s address.') })
const Query = z.object({
  name: z.string().max(255).optional().describe('The file’s name, where the body is the file itself.'),
})

/** The one door through which files come in: read piece by piece, never held in memory as a whole. */
export function openUploadRoute(http: FastifyInstance, app: App, countMember: CountMember): void {
  const callers = new WeakMap<FastifyRequest, Principal>()

  http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // Left as it comes: whoever handles it reads it.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.route({
      method: 'POST',
      url: '/api/v1/w/:slug/media',
      bodyLimit: mostBytes,
      config: { isUpload: true },
      schema: {
        summary: 'Upload a file to send: a form with the field `file`, or the file itself as the body',
        tags: ['Media'],
        security: [{ bearer: [] }, { cookie: [] }],
        consumes: ['multipart/form-data', 'application/octet-stream'],
        params: Params,
        querystring: Query,
        response: { 201: File, '4xx': Problem },
      },
      async preValidation(request, reply) {
        // Whoever may not upload keeps no connection by going on sending.
        reply.header('connection', 'close')
        const principal = await callerIn(app, request)
        callers.set(request, principal)
        countMember(request, reply, principal)
        reply.removeHeader('connection')
      },
      async handler(request, reply) {
        const who = callers.get(request)
        if (!who) throw new Error('a door was passed by nobody')
        return take(app, who, request, reply)
      },
    })
  })
}

async function take(app: App, who: Principal, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const uploaded = await receive(app, who, request)
  const { status, body, again } = await app.withTenant(who, async (tx) => {
    const act = async (): Promise<Answer> => {
      await uploaded.record(tx)
      return { status: 201, body: await getFile(tx, app, uploaded.id) }
    }
    // The same request is one with the same bytes. What arrived for nothing is cleared away later.
    const once = repeatable(request, callerId(who), uploaded.sha256.toString('hex'))
    return once ? answerOnce(tx, once, act) : { ...(await act()), again: false }
  })
  if (again) reply.header('idempotent-replay', 'true')
  return reply.code(status).send(body)
}

/** What is refused is heard by a caller who still sends only if somebody goes on reading. */
async function receive(app: App, who: Principal, request: FastifyRequest): Promise<Uploaded> {
  try {
    return await upload(app, who, await readUpload(request))
  } catch (error) {
    request.raw.unpipe()
    request.raw.resume()
    const hasLeft = request.raw.destroyed && !request.raw.complete
    throw hasLeft ? new Refusal('upload_broke_off', 400, 'The upload broke off.') : error
  }
}
