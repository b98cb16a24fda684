import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { DB } from '#lib/database/schema.gen'
import { sha256 } from '#lib/signature'

/** A link's secret: 256 random bits, known to its bearer alone. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of it. */
export function hashOf(token: string): Buffer {
  return sha256(token)
}

/** Where the invitation of this token is, whatever became of it. Asked before any tenant is set. */
export async function locateInvitation(
  db: Kysely<DB>,
  token: string,
): Promise<{ tenantId: string; invitationId: string } | undefined> {
  const { rows } = await sql<{ tenantId: string; invitationId: string }>`
    select tenant_id, invitation_id from tenancy.locate_invitation(${hashOf(token)})`.execute(db)
  return rows[0]
}
