import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { prepareSecondFactor, renewRecoveryCodes, turnOffSecondFactor, turnOnSecondFactor } from '#tenancy'
import type { App } from '../app.ts'
import { actingFrom, GivenPassword, Nothing } from './account-context.ts'
import { guarded } from './account-shares.ts'
import { forPersons } from './personal.ts'
import { Problem } from './problems.ts'
import { signedInPerson } from './session.ts'

const ByPassword = z.object({ password: GivenPassword })
const Codes = z.object({
  recoveryCodes: z.array(z.string()).describe('Shown this one time. Each works once in the place of a code.'),
})

/** Turning the second step of signing in on and off. */
export function openSecondFactorRoutes(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()
  const personal = forPersons(app)

  http.post('/api/v1/account/second-factor', {
    ...personal('Get a secret for an authenticator', {
      body: ByPassword,
      response: {
        200: z.object({ secret: z.string(), uri: z.string().describe('What the QR code says.') }),
        '4xx': Problem,
      },
    }),
    async handler(request) {
      const person = await signedInPerson(app, request)
      return guarded(app, [['passwordOf', person.id]], () =>
        prepareSecondFactor(actingFrom(app, request), person, request.body.password),
      )
    },
  })

  http.post('/api/v1/account/second-factor/confirm', {
    ...personal('Show a first code; from then on signing in takes one', {
      body: z.object({ code: z.string().max(40) }),
      response: { 200: Codes, '4xx': Problem },
    }),
    async handler(request) {
      const person = await signedInPerson(app, request)
      const recoveryCodes = await guarded(app, [['codeOf', person.id]], () =>
        turnOnSecondFactor(actingFrom(app, request), person, request.body.code),
      )
      return { recoveryCodes }
    },
  })

  http.post('/api/v1/account/second-factor/recovery-codes', {
    ...personal('Get new recovery codes in the place of the old', {
      body: ByPassword,
      response: { 200: Codes, '4xx': Problem },
    }),
    async handler(request) {
      const person = await signedInPerson(app, request)
      const recoveryCodes = await guarded(app, [['passwordOf', person.id]], () =>
        renewRecoveryCodes(actingFrom(app, request), person, request.body.password),
      )
      return { recoveryCodes }
    },
  })

  http.post('/api/v1/account/second-factor/disable', {
    ...personal('Sign in without codes again', { body: ByPassword, response: { 204: Nothing, '4xx': Problem } }),
    async handler(request, reply) {
      const person = await signedInPerson(app, request)
      await guarded(app, [['passwordOf', person.id]], () =>
        turnOffSecondFactor(actingFrom(app, request), person, request.body.password),
      )
      return reply.code(204).send(null)
    },
  })
}
