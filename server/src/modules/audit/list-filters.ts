import type { z } from 'zod'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { type AuditFilters, areas } from './entry.ts'

const mostNames = 500

/** By what the log can be narrowed: everybody who ever worked here and every token there ever was, and its parts. */
export async function listFilters(tx: Tx): Promise<z.input<typeof AuditFilters>> {
  permit(tx, 'audit.read')
  const people = await tx.db
    .selectFrom('tenancy.colleague')
    .select(['id', 'name'])
    .$narrowType<{ id: string; name: string }>()
    .where('tenantId', '=', tx.tenantId)
    .orderBy('id')
    .limit(mostNames)
    .execute()
  const tokens = await tx.db
    .selectFrom('tenancy.tokenTitle')
    .select(['id', 'name'])
    .$narrowType<{ id: string; name: string }>()
    .where('tenantId', '=', tx.tenantId)
    .orderBy('id', 'desc')
    .limit(mostNames)
    .execute()
  return {
    who: [
      ...people.map((person) => ({ kind: 'member' as const, ...person })),
      ...tokens.map((token) => ({ kind: 'token' as const, ...token })),
    ],
    areas: [...areas],
  }
}
