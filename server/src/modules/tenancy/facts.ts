declare module '#lib/facts/types' {
  interface Facts {
    'tenancy.workspace_opened': { slug: string }
    'tenancy.workspace_changed': { fields: string[] }
    'tenancy.member_added': { memberId: string; userId: string; role: string; invitationId?: string }
    'tenancy.member_role_changed': { memberId: string; from: string; to: string }
    'tenancy.invitation_made': { invitationId: string; role: string }
    'tenancy.invitation_renewed': { invitationId: string }
    'tenancy.invitation_revoked': { invitationId: string }
    'tenancy.member_removed': { memberId: string; userId: string; role: string }
  }
}

export {}
