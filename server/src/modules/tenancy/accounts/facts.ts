/** What people do with their accounts, written down in each workspace they work in; the subject is the member they are there. */
declare module '#lib/facts/types' {
  interface Facts {
    'tenancy.account_signed_in': Record<never, never>
    'tenancy.account_signed_out': Record<never, never>
    'tenancy.account_name_changed': { from: string; to: string }
    'tenancy.account_password_changed': { by: 'person' | 'link' }
    'tenancy.account_email_changed': { from: string; to: string }
    'tenancy.account_sessions_revoked': { sessions: number }
    'tenancy.account_second_factor_enabled': Record<never, never>
    'tenancy.account_second_factor_disabled': Record<never, never>
    'tenancy.account_recovery_codes_renewed': Record<never, never>
    'tenancy.account_recovery_code_used': { left: number }
    'tenancy.account_sign_in_linked': { service: string }
    'tenancy.account_sign_in_unlinked': { service: string }
  }
}

export {}
