import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { acceptInvitation, InvitationLetter, readLetter, WorkspaceOfMine } from '#tenancy'
import type { App } from '../app.ts'
import { actingFrom } from './account-context.ts'
import { Problem } from './problems.ts'
import { signedInPerson } from './session.ts'

const ByToken = z.object({ token: z.string().describe('The last part of the link.') })

/** What the bearer of an invitation's link may read and do before they belong to the workspace. */
export function openInvitationRoutes(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()

  http.get('/api/v1/invitations/:token', {
    schema: {
      tags: ['Account'],
      summary: 'Who invites you where',
      params: ByToken,
      response: { 200: InvitationLetter, '4xx': Problem },
    },
    handler: ({ params }) => readLetter(app, params.token),
  })

  http.post('/api/v1/invitations/:token/accept', {
    schema: {
      tags: ['Account'],
      summary: 'Accept an invitation',
      security: [{ bearer: [] }, { cookie: [] }],
      params: ByToken,
      response: { 200: WorkspaceOfMine, '4xx': Problem },
    },
    preValidation: async (request) => void (await signedInPerson(app, request)),
    async handler(request) {
      const person = await signedInPerson(app, request)
      return acceptInvitation(actingFrom(app, request), person, request.params.token)
    },
  })
}
