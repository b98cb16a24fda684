import type { FastifyInstance, FastifyReply } from 'fastify'
import type { FakeMeta } from '../types.ts'

const heartbeat = 15_000

/** Server-sent events that say what to look at again: `chat`, `webhooks`, `faults` or `people`. */
export function liveRoute(app: FastifyInstance, fake: FakeMeta): void {
  const streams = new Set<FastifyReply>()
  const tell = (event: string, detail: object) => {
    for (const { raw } of streams) raw.write(`event: ${event}\ndata: ${JSON.stringify(detail)}\n\n`)
  }
  const stops = [
    fake.on('chat', (detail) => tell('chat', detail)),
    fake.on('typing', (detail) => tell('chat', detail)),
    fake.on('webhook', ({ id }) => tell('webhooks', { id })),
    fake.on('fault', () => tell('faults', {})),
    fake.on('number', () => tell('people', {})),
    fake.on('person', () => tell('people', {})),
  ]
  const beat = setInterval(() => {
    for (const { raw } of streams) raw.write(': still here\n\n')
  }, heartbeat)
  beat.unref()

  app.get('/events', (request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    reply.raw.write('retry: 1000\nevent: ready\ndata: {}\n\n')
    streams.add(reply)
    request.raw.on('close', () => streams.delete(reply))
  })

  app.addHook('preClose', async () => {
    clearInterval(beat)
    for (const stop of stops) stop()
    for (const { raw } of streams) raw.end()
  })
}
