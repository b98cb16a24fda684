import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ById } from '#lib/json'
import {
  Account,
  cancelEmailChange,
  changePassword,
  Email,
  endOtherSessions,
  endSession,
  getAccount,
  listSessions,
  Name,
  rename,
  requestEmailChange,
  Session,
  unlink,
} from '#tenancy'
import type { App } from '../app.ts'
import { Accepted, actingFrom, GivenPassword, Nothing, Password } from './account-context.ts'
import { guard, guarded, placeOf } from './account-shares.ts'
import { forPersons } from './personal.ts'
import { Problem } from './problems.ts'
import { signedInPerson } from './session.ts'

/** What people see and change of their own account. */
export function openAccountPageRoutes(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()
  const personal = forPersons(app)
  openSessions(instance, app)

  http.get('/api/v1/account', {
    ...personal('Your account', { response: { 200: Account, '4xx': Problem } }),
    handler: async (request) => getAccount(app, (await signedInPerson(app, request)).id),
  })

  http.patch('/api/v1/account', {
    ...personal('Change your name', { body: z.object({ name: Name }), response: { 200: Account, '4xx': Problem } }),
    async handler(request) {
      const person = await signedInPerson(app, request)
      await rename(actingFrom(app, request), person, request.body.name)
      return getAccount(app, person.id)
    },
  })

  http.post('/api/v1/account/password', {
    ...personal('Change your password, which ends your other sessions', {
      body: z.object({ currentPassword: GivenPassword, password: Password }),
      response: { 204: Nothing, '4xx': Problem },
    }),
    async handler(request, reply) {
      const person = await signedInPerson(app, request)
      await guarded(app, [['passwordOf', person.id]], () =>
        changePassword(actingFrom(app, request), person, request.body),
      )
      return reply.code(204).send(null)
    },
  })

  http.post('/api/v1/account/email', {
    ...personal('Ask for another email address; it is taken once the link sent there is used', {
      body: z.object({ email: Email, password: GivenPassword }),
      response: { 202: Accepted, '4xx': Problem },
    }),
    async handler(request, reply) {
      const person = await signedInPerson(app, request)
      await guard(app, [
        ['mailFrom', placeOf(request)],
        ['mailTo', request.body.email],
      ])
      await guarded(app, [['passwordOf', person.id]], () =>
        requestEmailChange(actingFrom(app, request), person, request.body),
      )
      return reply.code(202).send({})
    },
  })

  http.delete('/api/v1/account/email', {
    ...personal('Keep the present email address after all', { response: { 204: Nothing, '4xx': Problem } }),
    async handler(request, reply) {
      await cancelEmailChange(actingFrom(app, request), (await signedInPerson(app, request)).id)
      return reply.code(204).send(null)
    },
  })

  http.delete('/api/v1/account/sign-ins/:id', {
    ...personal('Unlink another service', { params: ById, response: { 204: Nothing, '4xx': Problem } }),
    async handler(request, reply) {
      const person = await signedInPerson(app, request)
      await unlink(actingFrom(app, request), person.id, request.params.id)
      return reply.code(204).send(null)
    },
  })
}

function openSessions(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()
  const personal = forPersons(app)

  http.get('/api/v1/account/sessions', {
    ...personal('Where you are signed in', {
      response: { 200: z.object({ items: z.array(Session), nextCursor: z.null() }), '4xx': Problem },
    }),
    handler: async (request) => ({
      items: await listSessions(app, await signedInPerson(app, request)),
      nextCursor: null,
    }),
  })

  http.delete('/api/v1/account/sessions', {
    ...personal('End all sessions but this one', { response: { 204: Nothing, '4xx': Problem } }),
    async handler(request, reply) {
      await endOtherSessions(actingFrom(app, request), await signedInPerson(app, request))
      return reply.code(204).send(null)
    },
  })

  http.delete('/api/v1/account/sessions/:id', {
    ...personal('End a session and its live streams', { params: ById, response: { 204: Nothing, '4xx': Problem } }),
    async handler(request, reply) {
      const { id } = await signedInPerson(app, request)
      await endSession(actingFrom(app, request), id, request.params.id)
      return reply.code(204).send(null)
    },
  })
}
