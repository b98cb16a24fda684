import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotFound, Refusal } from '#lib/refusal'
import { type Issuer, linkTo } from '#tenancy'
import type { App } from '../app.ts'
import { actingFrom, setCookies } from './account-context.ts'
import { type Errand, errandsOf } from './account-errand.ts'
import { guard, placeOf } from './account-shares.ts'
import { Problem } from './problems.ts'
import { headersOf, signedInPerson } from './session.ts'
import { signInByIssuer } from './sign-in-by-issuer.ts'

const callbackPath = '/api/v1/auth/oidc/callback'
const OwnPath = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])/, 'Only a path of this site.')

/** Signing in by another service: there with a sealed errand in a cookie, and back. */
export function openOidcRoutes(instance: FastifyInstance, app: App): void {
  const http = instance.withTypeProvider<ZodTypeProvider>()
  const errands = errandsOf(app)

  http.post('/api/v1/auth/oidc', {
    schema: {
      tags: ['Account'],
      summary: 'Leave for the other service to sign in there',
      description: 'Send the browser to `url`; it comes back by itself and lands at `next`.',
      body: z.object({
        next: OwnPath.optional(),
        invitationToken: z.string().max(300).optional().describe('Of the link that invited you.'),
        link: z.boolean().optional().describe('Link the service to the account you are signed in to.'),
      }),
      response: { 200: z.object({ url: z.string() }), '4xx': Problem },
    },
    async handler(request, reply) {
      const issuer = issuerOf(app)
      await guard(app, [['linkFrom', placeOf(request)]])
      const { link, ...wish } = request.body
      const linkFor = link ? (await signedInPerson(app, request)).id : undefined
      const { url, errand } = await issuer.leave()
      return setCookies(reply, [errands.keep({ ...wish, linkFor, ...errand })]).send({ url })
    },
  })

  http.get(callbackPath, {
    schema: { hide: true },
    async handler(request, reply) {
      const issuer = issuerOf(app)
      const errand = errands.find(request.headers.cookie)
      const place = errand?.linkFor ? '/account' : '/sign-in'
      try {
        if (!errand) throw new Refusal('oidc_failed', 403, 'This sign-in was begun in another browser.')
        return await comeBack(app, issuer, errand, request, reply)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const next = errand?.next && !errand.linkFor ? `&next=${encodeURIComponent(errand.next)}` : ''
        return reply.header('set-cookie', errands.forget()).redirect(`${place}?problem=${error.code}${next}`, 303)
      }
    },
  })

  async function comeBack(
    app: App,
    issuer: Issuer,
    errand: Errand,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    await guard(app, [['linkFrom', placeOf(request)]])
    const identity = await issuer.comeBack(request.url.split('?')[1] ?? '', errand)
    if (errand.linkFor) {
      const person = await signedInPerson(app, request)
      if (person.id !== errand.linkFor) throw new Refusal('oidc_failed', 403, 'Somebody else is signed in by now.')
      await linkTo(actingFrom(app, request), person.id, identity)
      return reply.header('set-cookie', errands.forget()).redirect('/account', 303)
    }
    const answer = await signInByIssuer(app, actingFrom(app, request), identity, errand, headersOf(request))
    const next = errand.next ?? '/'
    if ('challenge' in answer) {
      // Behind the #, where no server and no log sees it.
      const search = errand.next ? `?next=${encodeURIComponent(next)}` : ''
      return reply.header('set-cookie', errands.forget()).redirect(`/second-factor${search}#${answer.challenge}`, 303)
    }
    return reply.header('set-cookie', [...answer.cookies, errands.forget()]).redirect(next, 303)
  }
}

function issuerOf({ issuer }: App): Issuer {
  if (!issuer) throw new NotFound()
  return issuer
}
