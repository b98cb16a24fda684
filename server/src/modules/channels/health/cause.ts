import type { FindingState, Side } from './finding.ts'

/** A named cause: what it says about which side, and what to do. Words in braces are filled from the finding’s particulars. */
export interface Cause {
  readonly about: Side
  readonly state: FindingState
  readonly message: string
  readonly remedy?: string
  readonly act?: 'replace_token' | 'replace_secret' | 'subscribe' | 'set_webhook'
}
