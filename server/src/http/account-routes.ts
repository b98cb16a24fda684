import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Email, WorkspaceOfMine, workspacesOf } from '#tenancy'
import type { App } from '../app.ts'

import { Problem } from './problems.ts'
import { headersOf, signedInPerson } from './session.ts'
import { signUp } from './sign-up.ts'
import { throttle } from './throttle.ts'

const Password = z.string().min(8, 'Use at least 8 characters.').max(128, 'Use at most 128 characters.')
const Person = z.object({ id: z.uuid(), name: z.string(), email: z.string() })
const SignedIn = z.object({
  token: z.string().describe('Works as the session in `Authorization: Bearer`.'),
  user: Person,
})

/** Signing up, in and out, and what a person has before they enter a workspace. */
export function openAccountRoutes(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()

  http.post('/api/v1/auth/sign-up', {
    schema: {
      tags: ['Account'],
      summary: 'Make an account and sign in',
      body: z.object({
        name: z.string().trim().min(1, 'Enter your name.').max(120, 'At most 120 characters.'),
        email: Email,
        password: Password,
        invitationToken: z.string().max(300).optional().describe('Of the link that invited you.'),
      }),
      response: { 201: SignedIn, '4xx': Problem },
    },
    async handler(request, reply) {
      await throttle(app, [`sign-up:${request.ip}`], { most: 20, seconds: 600 })
      const { token, user, cookies } = await signUp(app, request.body, headersOf(request))
      return setCookies(reply, cookies).code(201).send({ token, user })
    },
  })

  http.post('/api/v1/auth/sign-in', {
    schema: {
      tags: ['Account'],
      summary: 'Sign in',
      body: z.object({ email: Email, password: z.string().max(1_000) }),
      response: { 200: SignedIn, '4xx': Problem },
    },
    async handler(request, reply) {
      await throttle(app, [`sign-in:${request.ip}`, `sign-in:${request.body.email}`], { most: 20, seconds: 600 })
      const { token, user, cookies } = await app.accounts.signIn(request.body, headersOf(request))
      return setCookies(reply, cookies).send({ token, user })
    },
  })

  http.post('/api/v1/auth/sign-out', {
    schema: { tags: ['Account'], summary: 'End this session', response: { 204: z.null().describe('Nothing') } },
    async handler(request, reply) {
      setCookies(reply, await app.accounts.signOut(headersOf(request)))
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
      const user = await signedInPerson(app, request)
      return { user, workspaces: await workspacesOf(app.database.app, user.id) }
    },
  })
}

function setCookies(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  return cookies.length > 0 ? reply.header('set-cookie', cookies) : reply
}
