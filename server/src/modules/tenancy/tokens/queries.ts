import type { z } from 'zod'
import { time } from '#lib/json'
import { IdOnly, type Page, readCursor, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '../permissions.ts'
import type { Token } from './token.ts'

/** The tokens nobody has revoked, newest first; expired ones too. */
export async function listTokens(
  tx: Tx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<z.input<typeof Token>>> {
  permit(tx, 'tokens.read')
  const after = readCursor(cursor, IdOnly)
  const rows = await presentTokens(tx)
    .$if(after !== undefined, (query) => query.where('token.id', '<', after?.[0] ?? ''))
    .orderBy('token.id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => shown(tx, row),
  )
}

/** One of them, or `not_found`. */
export async function getToken(tx: Tx, id: string): Promise<z.input<typeof Token>> {
  permit(tx, 'tokens.read')
  const row = await presentTokens(tx).where('token.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('token')
  return shown(tx, row)
}

type Row = Awaited<ReturnType<ReturnType<typeof presentTokens>['executeTakeFirstOrThrow']>>

function presentTokens(tx: Tx) {
  return tx.db
    .selectFrom('tenancy.token as token')
    .innerJoin('tenancy.colleague as maker', (join) =>
      join.onRef('maker.tenantId', '=', 'token.tenantId').onRef('maker.id', '=', 'token.madeBy'),
    )
    .select(['token.id', 'token.name', 'token.hint', 'token.scopes', 'token.madeBy', 'token.createdAt'])
    .select(['token.expiresAt', 'token.lastUsedAt', 'token.lastUsedFrom', 'maker.name as makerName'])
    .$narrowType<{ makerName: string }>()
    .where('token.tenantId', '=', tx.tenantId)
    .where('token.revokedAt', 'is', null)
}

function shown({ now }: Tx, { makerName, madeBy, ...row }: Row): z.input<typeof Token> {
  return {
    ...row,
    madeBy: { id: madeBy, name: makerName },
    status: row.expiresAt === null || row.expiresAt > now ? 'active' : 'expired',
    createdAt: time(row.createdAt),
    expiresAt: time(row.expiresAt),
    lastUsedAt: time(row.lastUsedAt),
  }
}
