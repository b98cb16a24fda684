import type { SubmissionStatus } from './template.ts'

interface Judged {
  name: string
  language: string
  wabaId: string
}

declare module '#lib/facts/types' {
  interface Facts {
    'templates.created': { name: string; copyOf: string | null }
    'templates.changed': { name: string; fields: string[] }
    'templates.reset': { name: string }
    'templates.submitted': Judged
    /** What WhatsApp says of one language of it in one account; `reason` is its word or our sentence. */
    'templates.status_changed': Judged & {
      from: SubmissionStatus
      to: SubmissionStatus
      reason: string | null
    }
    /** WhatsApp files it elsewhere, which changes what it costs and whether customers have to have agreed. */
    'templates.category_moved': Judged & { from: string; to: string }
  }
}
