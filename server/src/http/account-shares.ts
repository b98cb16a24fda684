import type { FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { neighbourhood } from './limits.ts'
import { giveBack, type Share, throttle } from './throttle.ts'

const tenMinutes = 600
const hour = 3_600

/** How many wrong tries there may be before somebody has to wait. */
const shares = {
  signInFrom: { most: 40, seconds: tenMinutes },
  signInAs: { most: 20, seconds: tenMinutes },
  signUpFrom: { most: 20, seconds: tenMinutes },
  codeOf: { most: 10, seconds: hour },
  passwordOf: { most: 10, seconds: tenMinutes },
  linkFrom: { most: 20, seconds: tenMinutes },
  mailFrom: { most: 20, seconds: hour },
  mailTo: { most: 5, seconds: hour },
} as const satisfies Record<string, Share>

type Kind = keyof typeof shares

/**
 * Lets an act pass that somebody may be guessing at, and forgives it when it was none. One kind after the other: an address
 * that has used up its tries adds nothing to what is known about accounts.
 */
export async function guarded<T>(
  app: App,
  guards: readonly (readonly [kind: Kind, of: string])[],
  act: () => Promise<T>,
): Promise<T> {
  await guard(app, guards)
  const answer = await act()
  await giveBack(
    app,
    guards.map(([kind, of]) => bucket(kind, of)),
  )
  return answer
}

/** Counts without forgiving: what may be asked for only so often, right or wrong. */
export async function guard(app: App, guards: readonly (readonly [kind: Kind, of: string])[]): Promise<void> {
  for (const [kind, of] of guards) await throttle(app, [bucket(kind, of)], shares[kind])
}

/** Where a request comes from, as far as one guesser can be told from another: an IPv6 network counts as one. */
export function placeOf(request: FastifyRequest): string {
  return neighbourhood(request.ip)
}

function bucket(kind: Kind, of: string): string {
  return `${kind}:${of}`
}
