import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Email, enter, Name, passSecondFactor, signIn, signOut, WorkspaceOfMine, workspacesOf } from '#tenancy'
import type { App } from '../app.ts'
import {
  actingFrom,
  GivenPassword,
  Nothing,
  Password,
  Person,
  SecondFactorAsked,
  SignedIn,
  sendSignIn,
  setCookies,
} from './account-context.ts'
import { guard, guarded, placeOf } from './account-shares.ts'
import { originOf } from './origin.ts'
import { Problem } from './problems.ts'
import { headersOf, signedInPerson } from './session.ts'
import { signUp } from './sign-up.ts'

/** Signing up, in and out, and what a person has before they enter a workspace. */
export function openAccountRoutes(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()
  openSignIn(instance, app)

  http.post('/api/v1/auth/sign-up', {
    schema: {
      tags: ['Account'],
      summary: 'Make an account and sign in',
      body: z.object({
        name: Name,
        email: Email,
        password: Password,
        invitationToken: z.string().max(300).optional().describe('Of the link that invited you.'),
      }),
      response: { 201: SignedIn, '4xx': Problem },
    },
    async handler(request, reply) {
      await guard(app, [['signUpFrom', placeOf(request)]])
      const { token, user, cookies } = await signUp(
        { ...app, origin: originOf(request) },
        request.body,
        headersOf(request),
      )
      return setCookies(reply, cookies).code(201).send({ token, user })
    },
  })

  http.post('/api/v1/auth/sign-out', {
    schema: { tags: ['Account'], summary: 'End this session', response: { 204: Nothing } },
    async handler(request, reply) {
      setCookies(reply, await signOut(actingFrom(app, request), headersOf(request)))
      return reply.code(204).send(null)
    },
  })

  http.get('/api/v1/me', {
    schema: {
      tags: ['Account'],
      summary: 'Who you are and where you work',
      response: { 200: z.object({ user: Person, workspaces: z.array(WorkspaceOfMine) }), '4xx': Problem },
    },
    async handler(request) {
      const { id, name, email } = await signedInPerson(app, request)
      return { user: { id, name, email }, workspaces: await workspacesOf(app.database.app, id) }
    },
  })
}

function openSignIn(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()

  http.post('/api/v1/auth/sign-in', {
    schema: {
      tags: ['Account'],
      summary: 'Sign in, or pass the first of two steps',
      body: z.object({ email: Email, password: GivenPassword }),
      response: { 200: z.union([SignedIn, SecondFactorAsked]), '4xx': Problem },
    },
    async handler(request, reply) {
      const { body } = request
      const answer = await guarded(
        app,
        [
          ['signInFrom', placeOf(request)],
          ['signInAs', body.email],
        ],
        () => signIn(actingFrom(app, request), body, headersOf(request)),
      )
      return sendSignIn(reply, answer)
    },
  })

  http.post('/api/v1/auth/second-factor', {
    schema: {
      tags: ['Account'],
      summary: 'Sign in: the second step, with a code of the authenticator or a recovery code',
      body: z.object({ challenge: z.string().max(1_000), code: z.string().max(40) }),
      response: { 200: SignedIn, '4xx': Problem },
    },
    async handler(request, reply) {
      const context = actingFrom(app, request)
      const personId = await guarded(app, [['signInFrom', placeOf(request)]], () =>
        passSecondFactor(context, request.body, (asked, act) => guarded(app, [['codeOf', asked]], act)),
      )
      return sendSignIn(reply, await enter(context, personId, headersOf(request)))
    },
  })
}
