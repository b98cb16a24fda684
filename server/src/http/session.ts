import type { FastifyRequest } from 'fastify'
import { Refusal } from '#lib/refusal'
import { NotSignedIn, type Person } from '#tenancy'
import type { App } from '../app.ts'

/** The headers of a request as the web platform knows them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

/** The person who asks, by bearer token or cookie, or `not_signed_in`. */
export async function signedInPerson(app: App, request: FastifyRequest): Promise<Person> {
  if (!request.headers.authorization) refuseForeignOrigin(app, request)
  const person = await app.accounts.whoIs(headersOf(request))
  if (!person) throw new NotSignedIn()
  return person
}

/**
 * A cookie travels by itself, so what changes something under a cookie must come from our own pages. Browsers name the
 * origin on every such request; programs use tokens.
 */
function refuseForeignOrigin(app: App, request: FastifyRequest): void {
  const { origin } = request.headers
  if (!origin || request.method === 'GET' || request.method === 'HEAD') return
  const isOurs =
    hostOf(origin) === request.headers.host ||
    origin === new URL(app.publicUrl).origin ||
    app.config.corsOrigins.includes(origin)
  if (!isOurs)
    throw new Refusal('foreign_origin', 403, 'This request comes from another website and was not carried out.')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
