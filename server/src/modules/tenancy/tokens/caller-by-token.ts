import { sql } from 'kysely'
import type { Role } from '#lib/actor'
import type { Context } from '#lib/context'
import { NotFound } from '#lib/refusal'
import type { Origin, Principal } from '#lib/tx'
import { NotAToken } from '../refusals.ts'
import { claimsToBeToken, hashOfSecret, isTokenShaped } from './secret.ts'

const useNotedEvery = 60_000

/**
 * The caller behind an `Authorization` header with an API token, in the workspace with this slug; undefined when it holds
 * none. What is mistyped, expired, revoked or made by somebody gone is refused alike: `not_signed_in`. The token's role is
 * its maker's by now.
 */
export async function callerByToken(
  context: Pick<Context, 'database' | 'clock' | 'withTenant'>,
  { authorization = '', slug, origin }: { authorization?: string | undefined; slug: string; origin: Origin },
): Promise<Principal | undefined> {
  const [, secret = ''] = /^bearer +(.*)$/i.exec(authorization) ?? []
  if (!claimsToBeToken(secret)) return undefined
  const found = isTokenShaped(secret) ? await locate(context, secret) : undefined
  const now = context.clock.now()
  if (!found || (found.expiresAt !== null && found.expiresAt <= now)) throw new NotAToken()
  if (found.slug !== slug) throw new NotFound('workspace')

  const { tenantId, tokenId: id, memberId, userId, role, scopes, lastUsedAt } = found
  const caller: Principal = { tenantId, actor: { kind: 'token', id, memberId, userId, role, scopes }, origin }
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= useNotedEvery) await noteUse(context, caller)
  return caller
}

interface Found {
  readonly tenantId: string
  readonly slug: string
  readonly tokenId: string
  readonly memberId: string
  readonly userId: string
  readonly role: Role
  readonly scopes: string[]
  readonly expiresAt: Date | null
  readonly lastUsedAt: Date | null
}

async function locate({ database }: Pick<Context, 'database'>, secret: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select tenant_id, slug, token_id, member_id, user_id, role, scopes, expires_at, last_used_at
    from tenancy.locate_token(${hashOfSecret(secret)})`.execute(database.app)
  return rows[0]
}

/** Once a minute at most. Of many requests in that moment one writes, and none waits for it. */
async function noteUse({ withTenant }: Pick<Context, 'withTenant'>, caller: Principal): Promise<void> {
  await withTenant(caller, async (tx) => {
    if (tx.actor.kind !== 'token') return
    await sql`
      update tenancy.token set last_used_at = ${tx.now}, last_used_from = ${tx.origin?.address ?? null}
      where tenant_id = ${tx.tenantId} and id = (
        select id from tenancy.token
        where tenant_id = ${tx.tenantId} and id = ${tx.actor.id}
          and (last_used_at is null or last_used_at <= ${new Date(tx.now.getTime() - useNotedEvery)})
        for no key update skip locked)`.execute(tx.db)
  })
}
