import { APIError, betterAuth } from 'better-auth'
import { bearer } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import type { DB } from '#lib/database/schema.gen'
import { newId } from '#lib/id'
import { EmailTaken, WrongCredentials } from './refusals.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface SignedIn {
  readonly user: Person
  /** Works as the session in `Authorization: Bearer`. */
  readonly token: string
  /** `Set-Cookie` values for a browser. */
  readonly cookies: readonly string[]
}

/** Passwords, sessions and (later) second factors. Who a person is, not what they may do. */
export interface Accounts {
  /** Makes an account and signs it in, or refuses with `email_taken`. */
  signUp(input: { name: string; email: string; password: string }, from: Headers): Promise<SignedIn>
  /** Signs in, or refuses with `wrong_credentials`, whichever of the two was wrong. */
  signIn(input: { email: string; password: string }, from: Headers): Promise<SignedIn>
  /** Ends the session of these headers, if there is one, and answers the cookies that make a browser forget it. */
  signOut(from: Headers): Promise<readonly string[]>
  /** The person behind a request's cookie or bearer token. */
  whoIs(from: Headers): Promise<Person | undefined>
}

/** Accounts kept in PostgreSQL's `auth` schema by Better Auth, under our own refusals. */
export function openAccounts(db: Kysely<DB>, options: { secret: string; publicUrl: string }): Accounts {
  const { api } = betterAuth({
    database: { db: db.withSchema('auth'), type: 'postgres' },
    secret: options.secret,
    baseURL: options.publicUrl,
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    plugins: [bearer({ requireSignature: true })],
    advanced: {
      cookiePrefix: 'frontdesk',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      database: { generateId: () => newId() },
    },
    // Its limiter does not see direct calls; ours stands in front.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })

  return {
    signUp: (body, headers) => signedIn(() => api.signUpEmail({ body, headers, returnHeaders: true })),
    signIn: (body, headers) => signedIn(() => api.signInEmail({ body, headers, returnHeaders: true })),
    async signOut(headers) {
      const answer = await api.signOut({ headers, returnHeaders: true }).catch(ignoreRefusal)
      return answer?.headers.getSetCookie() ?? []
    },
    async whoIs(headers) {
      const session = await api.getSession({ headers }).catch(ignoreRefusal)
      return session ? person(session.user) : undefined
    },
  }
}

interface AuthAnswer {
  readonly headers: Headers
  readonly response: { readonly token?: string | null; readonly user: Person }
}

async function signedIn(act: () => Promise<AuthAnswer>): Promise<SignedIn> {
  const { headers, response } = await act().catch(refuse)
  const token = headers.get('set-auth-token')
  if (!token) throw new Error('the session has no token')
  return { user: person(response.user), token: decodeURIComponent(token), cookies: headers.getSetCookie() }
}

function person({ id, name, email }: Person): Person {
  return { id, name, email }
}

function refuse(error: unknown): never {
  if (!(error instanceof APIError)) throw error
  const code = error.body?.code ?? ''
  if (code.startsWith('USER_ALREADY_EXISTS')) throw new EmailTaken()
  if (error.status === 'UNAUTHORIZED' || code === 'INVALID_EMAIL_OR_PASSWORD') throw new WrongCredentials()
  throw error
}

function ignoreRefusal(error: unknown): null {
  if (error instanceof APIError) return null
  throw error
}
