import type { FastifyInstance } from 'fastify'
import type { Webhook } from '#lib/webhook'
import type { App } from '../app.ts'

/** Opens the doors for providers. Bodies stay bytes: signatures are made over them, and nothing is parsed before it is stored. */
export function openProviderDoors(http: FastifyInstance, app: App, webhooks: readonly Webhook[]): void {
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    for (const webhook of webhooks) {
      scope.route({
        method: webhook.method,
        url: webhook.path,
        bodyLimit: webhook.bodyLimit,
        schema: { hide: true },
        // One line of log per webhook would cost more than the webhook.
        logLevel: 'warn',
        async handler(request, reply) {
          const answer = await webhook.handle(app, {
            address: request.url,
            params: request.params as Record<string, string>,
            query: request.query as Record<string, string>,
            headers: request.headers as Record<string, string>,
            body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          })
          return reply.code(answer.status).type(answer.type).send(answer.body)
        },
      })
    }
  })
}
