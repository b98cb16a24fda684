import type { FastifyRequest } from 'fastify'
import { addressHeader, NotSignedIn, type Visitor } from '#tenancy'
import type { App } from '../app.ts'

/** The headers of a request as the web platform knows them, and the address it came from. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  headers.set(addressHeader, request.ip)
  return headers
}

/** The person who asks, by bearer token or cookie, or `not_signed_in`. */
export async function signedInPerson(app: App, request: FastifyRequest): Promise<Visitor> {
  const person = await app.accounts.whoIs(headersOf(request))
  if (!person) throw new NotSignedIn()
  return person
}
