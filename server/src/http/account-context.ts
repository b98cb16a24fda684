import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AccountContext, SignInAnswer } from '#tenancy'
import type { App } from '../app.ts'
import { originOf } from './origin.ts'

export const Password = z.string().min(8, 'Use at least 8 characters.').max(128, 'Use at most 128 characters.')
/** A password that is compared, not made: whatever it is, it is right or wrong. */
export const GivenPassword = z.string().max(1_000)
export const Token = z.string().max(300)
export const Nothing = z.null().describe('Nothing')
/** The same whatever comes of it. */
export const Accepted = z.object({}).describe('Nothing is told of what comes of it.')

export const Person = z.object({ id: z.uuid(), name: z.string(), email: z.string() })
export const SignedIn = z.object({
  token: z.string().describe('Works as the session in `Authorization: Bearer`.'),
  user: Person,
})
export const SecondFactorAsked = z.object({
  secondFactor: z.literal(true),
  challenge: z.string().describe('Goes to `/auth/second-factor` together with a code, within ten minutes.'),
})

/** What acts on accounts lean on, and from where somebody asks for one. */
export function actingFrom(app: App, request: FastifyRequest): AccountContext {
  return { ...app, origin: originOf(request) }
}

/** The cookies of somebody who came in, or the question for a code. */
export function sendSignIn(reply: FastifyReply, answer: SignInAnswer): FastifyReply {
  if ('challenge' in answer) return reply.send({ secondFactor: true, challenge: answer.challenge })
  const { token, user, cookies } = answer
  return setCookies(reply, cookies).send({ token, user })
}

export function setCookies(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  return cookies.length > 0 ? reply.header('set-cookie', [...cookies]) : reply
}
