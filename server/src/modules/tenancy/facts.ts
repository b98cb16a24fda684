declare module '#lib/facts/types' {
  interface Facts {
    'tenancy.workspace_opened': { slug: string }
    'tenancy.workspace_changed': { fields: string[]; changes: { [field: string]: { from: string; to: string } } }
    'tenancy.member_added': { memberId: string; userId: string; role: string; invitationId?: string }
    'tenancy.member_role_changed': { memberId: string; from: string; to: string }
    'tenancy.invitation_made': { invitationId: string; role: string }
    'tenancy.invitation_renewed': { invitationId: string }
    'tenancy.invitation_revoked': { invitationId: string }
    'tenancy.token_made': { tokenId: string; scopes: readonly string[]; expiresAt: string | null }
    /** By itself when its maker was removed or may make no tokens any more. */
    'tenancy.token_revoked': { tokenId: string; because: 'asked' | 'maker_gone' | 'maker_demoted' }
    'tenancy.member_removed': { memberId: string; userId: string; role: string }
  }
}

export {}
