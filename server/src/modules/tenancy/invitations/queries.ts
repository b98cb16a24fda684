import type { z } from 'zod'
import type { Role } from '#lib/actor'
import { time } from '#lib/json'
import { IdOnly, type Page, readCursor, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '../permissions.ts'
import type { Invitation } from './invitation.ts'
import { openInvitations } from './open-invitations.ts'

/** Invitations nobody has used yet, newest first; expired ones too, until they are taken back. */
export async function listInvitations(
  tx: Tx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<z.input<typeof Invitation>>> {
  permit(tx, 'members.invite')
  const after = readCursor(cursor, IdOnly)
  const rows = await withInviter(tx)
    .$if(after !== undefined, (query) => query.where('invitation.id', '<', after?.[0] ?? ''))
    .orderBy('invitation.id', 'desc')
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
export async function getInvitation(tx: Tx, id: string): Promise<z.input<typeof Invitation>> {
  permit(tx, 'members.invite')
  const row = await withInviter(tx).where('invitation.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('invitation')
  return shown(tx, row)
}

interface Row {
  readonly id: string
  readonly role: Role
  readonly email: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly invitedBy: string
  readonly inviterName: string
}

function withInviter(tx: Tx) {
  return openInvitations(tx)
    .innerJoin('tenancy.colleague as inviter', (join) =>
      join.onRef('inviter.tenantId', '=', 'invitation.tenantId').onRef('inviter.id', '=', 'invitation.invitedBy'),
    )
    .select(['invitation.id', 'invitation.role', 'invitation.email', 'invitation.createdAt', 'invitation.expiresAt'])
    .select(['invitation.invitedBy', 'inviter.name as inviterName'])
    .$narrowType<Row>()
}

function shown({ now }: Tx, { inviterName, ...row }: Row): z.input<typeof Invitation> {
  return {
    ...row,
    invitedBy: { id: row.invitedBy, name: inviterName },
    status: row.expiresAt > now ? 'pending' : 'expired',
    createdAt: time(row.createdAt),
    expiresAt: time(row.expiresAt),
  }
}
