import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import { type Document, operationsOf } from '../src/http/openapi/document.ts'

const channel = 'fastify.initialization'

/** Watches what servers built from here on refuse, and tells of codes that the document does not list for that door. */
export function watchRefusals(): { stop(): void; undocumented(http: FastifyInstance): string[] } {
  const seen = new Set<string>()
  const watch = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onSend', async (request, reply, payload) => {
      const { method, url } = request.routeOptions
      const isRefusal = String(reply.getHeader('content-type')).startsWith('application/problem+json')
      if (!isRefusal || url === undefined || typeof payload !== 'string') return
      const { code } = JSON.parse(payload) as { code: string }
      seen.add(`${[method].flat()[0]} ${url.replace(/:(\w+)/g, '{$1}')} ${reply.statusCode} ${code}`)
    })
  }
  subscribe(channel, watch)

  return {
    stop: () => void unsubscribe(channel, watch),
    undocumented(http) {
      const operations = operationsOf(http.swagger() as unknown as Document)
      const known = operations.flatMap(([name, { responses }]) =>
        Object.entries(responses).flatMap(([status, answer]) =>
          (answer['x-codes'] ?? []).map((code) => `${name} ${status} ${code}`),
        ),
      )
      const described = new Set(operations.map(([name]) => name))
      const isDescribed = (line: string) => described.has(line.split(' ').slice(0, 2).join(' '))
      return [...seen].filter((line) => isDescribed(line) && !known.includes(line)).sort()
    },
  }
}
