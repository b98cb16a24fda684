import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { formatPosition, parsePosition } from '#lib/facts/read'
import type { Fact, Position } from '#lib/facts/types'
import type { Principal } from '#lib/tx'
import { may, permit } from '#tenancy'
import type { App } from '../app.ts'
import { missedFacts } from './live-catch-up.ts'
import { concerns, ends } from './live-ends.ts'
import type { LiveHub } from './live-hub.ts'
import { callerIn } from './member-doors.ts'

const heartbeat = 15_000
// A browser that does not read is cut off; it comes back with Last-Event-ID and catches up.
const mostUnread = 1_000_000

/** Server-sent events: what changed in this workspace, from the log, with nothing lost between two connections. */
export function openLiveStream(http: FastifyInstance, app: App, hub: LiveHub): void {
  const open = new Set<ServerResponse>()
  http.addHook('preClose', async () => {
    for (const response of open) response.end()
  })

  http.get('/api/v1/w/:slug/stream', {
    schema: {
      summary: 'What changes, as it changes (server-sent events)',
      tags: ['Live'],
      security: [{ bearer: [] }, { cookie: [] }],
      params: z.object({ slug: z.string() }),
    },
    logLevel: 'warn',
    // A HEAD would wait for the end of what has none.
    exposeHeadRoute: false,
    async handler(request, reply) {
      const principal = await callerIn(app, request)
      permit(principal, 'live.read')
      const since = parsePosition(String(request.headers['last-event-id'] ?? ''))

      reply.hijack()
      const stream = reply.raw
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
      stream.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...headers })
      open.add(stream)
      stream.on('close', () => open.delete(stream))
      const endUnlessWelcome = async () => {
        if (!(await mayStillListen(app, request))) stream.end()
      }
      await follow({ app, hub, stream, principal, endUnlessWelcome }, since)
      // Somebody removed after they were let in and before anything was listened to would never hear of it.
      await endUnlessWelcome()
    },
  })
}

interface Listening {
  readonly app: App
  readonly hub: LiveHub
  readonly stream: ServerResponse
  readonly principal: Principal
  /** Asks anew who listens, and ends the stream when they no longer may. */
  readonly endUnlessWelcome: () => Promise<void>
}

async function follow(
  { app, hub, stream, principal, endUnlessWelcome }: Listening,
  since: Position | undefined,
): Promise<void> {
  const { tenantId, actor } = principal
  const tell = (fact: Fact) => {
    writeFact(stream, fact)
    if (ends(fact, actor)) stream.end()
    else if (concerns(fact, actor)) void endUnlessWelcome()
  }
  // Listen first, then read what was missed: nothing falls between the two.
  const waiting: Fact[] = []
  let hear: (fact: Fact) => void = (fact) => waiting.push(fact)
  const present = hub.position()
  const silence = hub.listen(tenantId, (fact) => hear(fact))
  const beat = setInterval(() => {
    if (stream.writable) stream.write(': still here\n\n')
    // Signing out and running out are no facts.
    void endUnlessWelcome()
  }, heartbeat)
  stream.on('close', () => {
    clearInterval(beat)
    silence()
  })

  if (since) await writeMissed(app, stream, tenantId, since, present)
  else write(stream, 'ready', present, {})
  for (const fact of waiting) tell(fact)
  hear = tell
}

async function mayStillListen(app: App, request: FastifyRequest): Promise<boolean> {
  return callerIn(app, request).then(
    (principal) => may(principal.actor, 'live.read'),
    () => false,
  )
}

async function writeMissed(
  app: App,
  stream: ServerResponse,
  tenantId: string,
  since: Position,
  present: Position,
): Promise<void> {
  const missed = await missedFacts(app, tenantId, since, present)
  if (missed === 'too many') {
    write(stream, 'reset', present, {})
    return
  }
  for (const fact of missed) writeFact(stream, fact)
  write(stream, 'ready', present, {})
}

function writeFact(stream: ServerResponse, fact: Fact): void {
  const { name, subjectId, contactId, conversationId, details, actor, at } = fact
  const { kind, id } = actor
  write(stream, 'fact', fact, {
    name,
    subjectId,
    contactId,
    conversationId,
    details,
    actor: { kind, id: id ?? null },
    at: at.toISOString(),
  })
}

function write(stream: ServerResponse, event: string, position: Position, data: object): void {
  if (stream.writableEnded) return
  if (stream.destroyed || stream.writableLength > mostUnread) {
    stream.destroy()
    return
  }
  stream.write(`id: ${formatPosition(position)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}
