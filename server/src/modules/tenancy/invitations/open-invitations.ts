import type { Tx } from '#lib/tx'

/** The workspace's invitations that nobody has used or taken back, expired ones too. */
export function openInvitations(tx: Tx) {
  return tx.db
    .selectFrom('tenancy.invitation as invitation')
    .where('invitation.tenantId', '=', tx.tenantId)
    .where('invitation.acceptedAt', 'is', null)
    .where('invitation.revokedAt', 'is', null)
}
