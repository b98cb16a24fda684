import type { z } from 'zod'
import { type Role, system } from '#lib/actor'
import type { Context } from '#lib/context'
import { time } from '#lib/json'
import type { Tx } from '#lib/tx'
import { NoSuchInvitation } from '../refusals.ts'
import type { InvitationLetter } from './invitation.ts'
import { openInvitations } from './open-invitations.ts'
import { locateInvitation } from './token.ts'

/** What the bearer of a token is invited to. Unknown, expired, used and withdrawn ones are refused alike: `not_found`. */
export async function readLetter(
  context: Pick<Context, 'database' | 'withTenant'>,
  token: string,
): Promise<z.input<typeof InvitationLetter>> {
  const place = await locateInvitation(context.database.app, token)
  if (!place) throw new NoSuchInvitation()
  const { tenantId, invitationId } = place
  return context.withTenant({ tenantId, actor: system }, (tx) => letterOf(tx, invitationId))
}

/** The same within its workspace. */
export async function letterOf(tx: Tx, invitationId: string): Promise<z.input<typeof InvitationLetter>> {
  const row = await openInvitations(tx)
    .innerJoin('tenancy.colleague as inviter', (join) =>
      join.onRef('inviter.tenantId', '=', 'invitation.tenantId').onRef('inviter.id', '=', 'invitation.invitedBy'),
    )
    .innerJoin('tenancy.workspace as workspace', 'workspace.tenantId', 'invitation.tenantId')
    .select(['invitation.role', 'invitation.email', 'invitation.expiresAt'])
    .select(['inviter.name as inviterName', 'workspace.name as workspaceName'])
    .$narrowType<{ role: Role; inviterName: string }>()
    .where('invitation.id', '=', invitationId)
    .where('invitation.expiresAt', '>', tx.now)
    .executeTakeFirst()
  if (!row) throw new NoSuchInvitation()
  const { role, email, expiresAt, inviterName, workspaceName } = row
  return {
    workspace: { name: workspaceName },
    role,
    invitedBy: { name: inviterName },
    email,
    expiresAt: time(expiresAt),
  }
}
