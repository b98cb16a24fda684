import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

const channel = 'fastify.initialization'

/** Writes down every route that servers built from here on register, as `GET /api/v1/me`, until told to stop. */
export function recordRoutes(): { readonly routes: readonly string[]; stop(): void } {
  const routes: string[] = []
  const record = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((one) => `${one} ${url}`)))
  }
  subscribe(channel, record)
  return { routes, stop: () => void unsubscribe(channel, record) }
}
