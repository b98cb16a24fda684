import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AnyDoor, FileAnswer } from '#lib/door'
import { NotFound } from '#lib/refusal'
import type { Principal } from '#lib/tx'
import { callerByToken, memberOf } from '#tenancy'
import type { App } from '../app.ts'
import { type Answer, answerOnce, repeatable } from './idempotency.ts'
import type { CountMember } from './limits.ts'
import { originOf } from './origin.ts'
import { Problem } from './problems.ts'
import { sendFile } from './send-file.ts'
import { signedInPerson } from './session.ts'
import { takeTurns } from './turns.ts'
import { whereRead } from './upload.ts'

const base = '/api/v1/w/:slug'
const Slug = z.object({ slug: z.string().describe('The workspace’s address.') })

/** Opens the modules' doors: for each, who asks → their workspace → one transaction in their name → the answer. */
export function openMemberDoors(
  http: FastifyInstance,
  app: App,
  doors: readonly AnyDoor[],
  countMember: CountMember,
): void {
  const inTurn = takeTurns({ atOnce: 8, mostWaiting: 500 })
  for (const door of doors) {
    const knock = async (request: FastifyRequest, reply: FastifyReply) => {
      const principal = await callerIn(app, request)
      callers.set(request, principal)
      countMember(request, reply, principal)
    }
    whereRead(http, door).route({
      method: door.method,
      url: base + door.path,
      schema: {
        summary: door.summary,
        tags: [door.tag],
        security: [{ bearer: [] }, { cookie: [] }],
        params: door.params ? door.params.extend(Slug.shape) : Slug,
        ...(door.query ? { querystring: door.query } : {}),
        ...(door.bytes ? { consumes: [...door.bytes.types] } : {}),
        ...(door.body ? { body: door.body } : {}),
        response: { [door.status]: answerOf(door), '4xx': Problem },
      },
      // Before anything is said about the input: strangers learn nothing from it, and who was signed out hears that first.
      // A file is not even received from them.
      ...(door.bytes ? { onRequest: knock, bodyLimit: door.bytes.most } : { preValidation: knock }),
      handler: (request, reply) => inTurn(callerOf(request).tenantId, () => answer(app, door, request, reply)),
    })
  }
}

function answerOf({ file, answer }: AnyDoor): object {
  if (file === undefined) return answer ?? z.null().describe('Nothing')
  return { description: 'A file', content: { [file]: { schema: z.string() } } }
}

const callers = new WeakMap<FastifyRequest, Principal>()

function callerOf(request: FastifyRequest): Principal {
  const principal = callers.get(request)
  if (!principal) throw new Error('a door was passed by nobody')
  return principal
}

async function answer(app: App, door: AnyDoor, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const principal = callerOf(request)
  const { status, body, again } = await app.withTenant(principal, async (tx) => {
    const act = async (): Promise<Answer> => ({
      status: door.status,
      body: await door.handle(tx, { params: request.params, query: request.query, body: request.body }, app),
    })
    const once = repeatable(request, callerId(principal))
    return once ? answerOnce(tx, once, act, door.keep) : { ...(await act()), again: false }
  })
  if (again) reply.header('idempotent-replay', 'true')
  if (door.file !== undefined) return sendFile(reply, door.file, body as FileAnswer)
  return status === 204 ? reply.code(204).send() : reply.code(status).send(body)
}

/**
 * The caller as a member of the workspace in the path, or as a token of it. Another workspace's slug is as unknown as one
 * that does not exist.
 */
export async function callerIn(app: App, request: FastifyRequest): Promise<Principal> {
  const { slug } = request.params as { slug: string }
  const origin = originOf(request)
  const program = await callerByToken(app, { authorization: request.headers.authorization, slug, origin })
  if (program) return program

  const person = await signedInPerson(app, request)
  const principal = await memberOf(app.database.app, person.id, slug)
  if (!principal) throw new NotFound('workspace')
  return { ...principal, origin }
}

/** Whose Idempotency-Keys they are. */
export function callerId({ tenantId, actor }: Principal): string {
  return 'id' in actor ? actor.id : tenantId
}
