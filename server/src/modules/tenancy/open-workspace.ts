import type { Context } from '#lib/context'
import { announce } from '#lib/facts/announce'
import { newId } from '#lib/id'
import type { Origin, Principal, Tx } from '#lib/tx'
import { SlugTaken } from './refusals.ts'
import { slugFor } from './slug.ts'
import type { NewWorkspace } from './workspace.ts'

/** Opens a workspace with this person as its owner, or refuses with `slug_taken`. A name whose slug is taken gets a number behind it. */
export async function openWorkspace(
  context: Pick<Context, 'withTenant'> & { readonly origin?: Origin },
  userId: string,
  wish: NewWorkspace,
): Promise<Principal & { slug: string }> {
  const { origin } = context
  const owner: Principal = { tenantId: newId(), actor: { kind: 'member', id: newId(), userId, role: 'owner' }, origin }
  return context.withTenant(owner, async (tx) => {
    const slug = await insertWorkspace(tx, wish)
    await insertOwner(tx, userId)
    await announce(tx, 'tenancy.workspace_opened', { subjectId: tx.tenantId, details: { slug } })
    return { ...owner, slug }
  })
}

async function insertWorkspace(tx: Tx, wish: NewWorkspace): Promise<string> {
  const candidates = wish.slug ? [wish.slug] : suggestions(slugFor(wish.name))
  for (const slug of candidates) {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('tenancy.workspace')
      .values({
        slug,
        name: wish.name,
        timezone: wish.timezone,
        currency: wish.currency,
        country: wish.country,
        createdAt: tx.now,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows) return slug
  }
  throw new SlugTaken(candidates[0] ?? '')
}

function suggestions(slug: string): string[] {
  return [slug, `${slug}-2`, `${slug}-3`, `${slug}-${newId().slice(-6)}`]
}

async function insertOwner(tx: Tx, userId: string): Promise<void> {
  if (tx.actor.kind !== 'member') throw new Error('a workspace is opened by the person who will own it')
  const { id, role } = tx.actor
  await tx.db.insertInto('tenancy.member').values({ id, userId, role, createdAt: tx.now }).execute()
}
