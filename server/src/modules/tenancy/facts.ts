declare module '#lib/facts/types' {
  interface Facts {
    'tenancy.workspace_opened': { slug: string }
    'tenancy.workspace_changed': { fields: string[] }
    'tenancy.member_added': { memberId: string; userId: string; role: string }
  }
}

export {}
