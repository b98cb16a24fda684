import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { confirmEmailChange, Email, requestPasswordReset, resetPassword } from '#tenancy'
import type { App } from '../app.ts'
import { Accepted, actingFrom, Nothing, Password, Token } from './account-context.ts'
import { guard, placeOf } from './account-shares.ts'
import { afterwards } from './afterwards.ts'
import { Problem } from './problems.ts'

/** What the links in our mails lead to, for people who need not be signed in. */
export function openAccountResetRoutes(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()
  const later = afterwards(instance, app.log)

  http.post('/api/v1/auth/password-reset', {
    schema: {
      tags: ['Account'],
      summary: 'Ask for a link to choose a new password',
      description: 'The answer is the same, and comes at the same time, whether or not there is such an account.',
      body: z.object({ email: Email }),
      response: { 202: Accepted, '4xx': Problem },
    },
    async handler(request, reply) {
      const { email } = request.body
      await guard(app, [
        ['mailFrom', placeOf(request)],
        ['mailTo', email],
      ])
      const context = actingFrom(app, request)
      later(() => requestPasswordReset(context, email))
      return reply.code(202).send({})
    },
  })

  http.post('/api/v1/auth/password-reset/confirm', {
    schema: {
      tags: ['Account'],
      summary: 'Choose a new password by the link, which ends all sessions',
      body: z.object({ token: Token, password: Password }),
      response: { 204: Nothing, '4xx': Problem },
    },
    async handler(request, reply) {
      await guard(app, [['linkFrom', placeOf(request)]])
      await resetPassword(actingFrom(app, request), request.body)
      return reply.code(204).send(null)
    },
  })

  http.post('/api/v1/auth/email-change/confirm', {
    schema: {
      tags: ['Account'],
      summary: 'Confirm a new email address by the link',
      body: z.object({ token: Token }),
      response: { 200: z.object({ email: z.string() }), '4xx': Problem },
    },
    async handler(request) {
      await guard(app, [['linkFrom', placeOf(request)]])
      return confirmEmailChange(actingFrom(app, request), request.body.token)
    },
  })
}
