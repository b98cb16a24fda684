import type { CauseCode } from './causes.ts'
import type { Particulars } from './finding.ts'

/** What one look at one side came to; the table of causes knows the rest. */
export interface Judged {
  readonly code: CauseCode
  readonly details?: Particulars
}
