import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { State } from './state.ts'
import type { ApiCall } from './types.ts'

/** Keeps every call from the moment it came; its status stays 0 until an answer leaves, for ever when none does. */
export function recordCalls(app: FastifyInstance, state: State): void {
  const underWay = new WeakMap<FastifyRequest, { -readonly [Key in keyof ApiCall]: ApiCall[Key] }>()

  app.addHook('preHandler', async (request) => {
    const call = { method: request.method, path: request.url, status: 0, body: bodyOf(request), at: state.now() }
    underWay.set(request, call)
    state.calls.push(call)
  })
  app.addHook('onSend', async (request, reply) => {
    const call = underWay.get(request)
    if (call) call.status = reply.statusCode
  })
}

/** Of a file, only how long it is: nobody wants to keep all of them. */
function bodyOf({ body }: FastifyRequest): unknown {
  return Buffer.isBuffer(body) ? { bytes: body.length } : (body ?? null)
}
