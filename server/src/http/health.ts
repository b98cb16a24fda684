import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { App } from '../app.ts'

/** Live: the process answers. Ready: it can do its work, which means the database answers. */
export function openHealth(http: FastifyInstance, app: App): void {
  const options = { schema: { hide: true }, logLevel: 'warn' } as const
  const live = async () => ({ status: 'live' })

  http.get('/health', options, live)
  http.get('/health/live', options, live)
  http.get('/health/ready', options, async (_request, reply) => {
    const answers = await sql`select 1`.execute(app.database.app).then(
      () => true,
      () => false,
    )
    return reply.code(answers ? 200 : 503).send({ status: answers ? 'ready' : 'the database does not answer' })
  })
}
