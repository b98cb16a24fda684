import { APIError, betterAuth } from 'better-auth'
import { bearer } from 'better-auth/plugins'
import { type Kysely, sql } from 'kysely'
import type { DB } from '#lib/database/schema.gen'
import { newId } from '#lib/id'
import { EmailTaken } from '../refusals.ts'
import { entrance } from './entrance.ts'
import { openPasswords, type Passwords } from './passwords.ts'
import type { Person, SignedIn, Visitor } from './person.ts'

/** The header in which the HTTP side says where a request came from: a client's own word for it is not taken. */
export const addressHeader = 'x-frontdesk-address'

/** Passwords and sessions. Who a person is, not what they may do. */
export interface Accounts {
  readonly passwords: Passwords
  /** Makes an account and signs it in, or refuses with `email_taken`. */
  signUp(input: { name: string; email: string; password: string }, from: Headers): Promise<SignedIn>
  /** Opens a session for a person who has proved who they are. */
  enter(personId: string, from: Headers): Promise<SignedIn>
  /** Ends the session of these headers, if there is one, and answers the cookies that make a browser forget it. */
  signOut(from: Headers): Promise<readonly string[]>
  /** The person behind a request's cookie or bearer token. */
  whoIs(from: Headers): Promise<Visitor | undefined>
}

/** Accounts kept in PostgreSQL's `auth` schema by Better Auth, under our own refusals. */
export function openAccounts(db: Kysely<DB>, options: { secret: string; publicUrl: string }): Accounts {
  const passwords = openPasswords()
  const { api } = betterAuth({
    database: { db: db.withSchema('auth'), type: 'postgres' },
    secret: options.secret,
    baseURL: options.publicUrl,
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      password: { hash: passwords.hash, verify: ({ hash, password }) => passwords.isRight(password, hash) },
    },
    plugins: [bearer({ requireSignature: true }), entrance],
    advanced: {
      cookiePrefix: 'frontdesk',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
    },
    // Its limiter does not see direct calls; ours stands in front.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })

  return {
    passwords,
    signUp: (body, headers) => signedIn(() => api.signUpEmail({ body, headers, returnHeaders: true })),
    enter: (userId, headers) => signedIn(() => api.enter({ body: { userId }, headers, returnHeaders: true })),
    async signOut(headers) {
      const answer = await api.signOut({ headers, returnHeaders: true }).catch(ignoreRefusal)
      return answer?.headers.getSetCookie() ?? []
    },
    async whoIs(headers) {
      const found = await api.getSession({ headers }).catch(ignoreRefusal)
      if (!found) return undefined
      await noteSeen(db, found.session)
      return { ...person(found.user), sessionId: found.session.id }
    },
  }
}

const seenAnew = 60_000

/** When a session was last used is known to the minute, so that not every request writes. */
async function noteSeen(db: Kysely<DB>, { id, updatedAt }: { id: string; updatedAt: Date }): Promise<void> {
  if (Date.now() - updatedAt.getTime() < seenAnew) return
  await db.updateTable('auth.session').set({ updatedAt: sql`now()` }).where('id', '=', id).execute()
}

interface AuthAnswer {
  readonly headers: Headers
  readonly response: { readonly user: Person }
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
  if (error instanceof APIError && error.body?.code?.startsWith('USER_ALREADY_EXISTS')) throw new EmailTaken()
  throw error
}

function ignoreRefusal(error: unknown): null {
  if (error instanceof APIError) return null
  throw error
}
