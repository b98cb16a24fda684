import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { system } from '#lib/actor'
import type { Origin } from '#lib/tx'
import { getWorkspace, memberOf, NewWorkspace, openWorkspace, Workspace } from '#tenancy'
import type { App } from '../app.ts'
import { answerOnce, repeatable } from './idempotency.ts'
import { originOf } from './origin.ts'
import { Problem } from './problems.ts'
import { signedInPerson } from './session.ts'

/** Opening a workspace: the one act of a person that belongs to no workspace yet. */
export function openWorkspaceRoute(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()

  http.post('/api/v1/workspaces', {
    schema: {
      tags: ['Workspace'],
      summary: 'Open a workspace',
      body: NewWorkspace,
      response: { 201: Workspace, '4xx': Problem },
    },
    preValidation: async (request) => void (await signedInPerson(app, request)),
    async handler(request, reply) {
      const person = await signedInPerson(app, request)
      const act = async () => ({
        status: 201,
        body: await openFor({ ...app, origin: originOf(request) }, person.id, request.body),
      })
      const once = repeatable(request, person.id)
      // Before there is a workspace, a person's requests are fenced by the person.
      const asPerson = { tenantId: person.id, actor: system }
      const { body, again } = once
        ? await app.withTenant(asPerson, (tx) => answerOnce(tx, once, act))
        : { ...(await act()), again: false }
      if (again) reply.header('idempotent-replay', 'true')
      return reply.code(201).send(body as z.input<typeof Workspace>)
    },
  })
}

async function openFor(
  app: App & { origin: Origin },
  userId: string,
  wish: NewWorkspace,
): Promise<z.input<typeof Workspace>> {
  const { slug } = await openWorkspace(app, userId, wish)
  const owner = await memberOf(app.database.app, userId, slug)
  if (!owner) throw new Error('a workspace without its owner')
  return app.withTenant(owner, getWorkspace)
}
