import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { App } from '../app.ts'
import { isDemo } from '../installation.ts'

const Installation = z.object({
  demo: z.boolean(),
  simulator: z.boolean().describe('Whether a phone simulator answers at /simulator.'),
  signUp: z
    .enum(['open', 'first', 'closed'])
    .describe('`first`: by invitation once there is an account; `closed`: always.'),
  signInWith: z.string().nullable().describe('Another service by which people may sign in, such as Google.'),
})

/** What anybody may know of this installation before they sign in. */
export function openInstallation(instance: FastifyInstance, app: App, extra: { simulator?: unknown }): void {
  instance.withTypeProvider<ZodTypeProvider>().get('/api/v1/installation', {
    schema: { tags: ['Account'], summary: 'What kind of installation this is', response: { 200: Installation } },
    handler: async () => ({
      demo: await isDemo(app.database.app),
      simulator: extra.simulator !== undefined,
      signUp: app.config.signUp,
      signInWith: app.issuer?.name ?? null,
    }),
  })
}
