import type { Category, Submission, SubmissionStatus } from '../template.ts'

/** How one language of a template stands in an account. What is undefined was not said. */
export interface TemplateNews {
  readonly name: string
  readonly language: string
  readonly status?: SubmissionStatus | undefined
  readonly reason?: string | null | undefined
  readonly category?: Category | undefined
  readonly quality?: NonNullable<Submission['quality']> | undefined
  readonly providerId?: string | undefined
}

const statuses: Readonly<Record<string, SubmissionStatus>> = {
  APPROVED: 'approved',
  REINSTATED: 'approved',
  UNPAUSED: 'approved',
  UNARCHIVED: 'approved',
  PENDING: 'pending',
  IN_APPEAL: 'pending',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  ARCHIVED: 'disabled',
  LIMIT_EXCEEDED: 'failed',
  DELETED: 'gone',
  PENDING_DELETION: 'gone',
}

const categories: readonly string[] = ['UTILITY', 'MARKETING', 'AUTHENTICATION']
const qualities: readonly string[] = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN']

/** What Meta lists of an account's templates. Words we do not know say nothing. */
export function readTemplates(body: unknown): TemplateNews[] {
  const data = isObject(body) && Array.isArray(body.data) ? body.data : []
  return data.filter(isObject).flatMap((one) => {
    const { name, language } = one
    if (typeof name !== 'string' || typeof language !== 'string') return []
    const quality = isObject(one.quality_score) ? one.quality_score.score : undefined
    const id = typeof one.id === 'string' || typeof one.id === 'number' ? String(one.id) : undefined
    const status = readStatus(one.status)
    const reason = status === 'rejected' ? readReason(one.rejected_reason) : status === undefined ? undefined : null
    return [
      { ...{ name, language, status, reason }, ...readCategory(one.category), ...readQuality(quality), providerId: id },
    ]
  })
}

export function readStatus(word: unknown): SubmissionStatus | undefined {
  return typeof word === 'string' && Object.hasOwn(statuses, word) ? statuses[word] : undefined
}

export function readCategory(word: unknown): { category?: Category } {
  return typeof word === 'string' && categories.includes(word) ? { category: word as Category } : {}
}

export function readQuality(word: unknown): { quality?: NonNullable<Submission['quality']> } {
  return typeof word === 'string' && qualities.includes(word)
    ? { quality: word as NonNullable<Submission['quality']> }
    : {}
}

const reasons: Readonly<Record<string, string>> = {
  ABUSIVE_CONTENT: 'WhatsApp finds its content abusive.',
  CATEGORY_NOT_AVAILABLE: 'This category is not open to your account.',
  INCORRECT_CATEGORY: 'It belongs to another category: often what WhatsApp takes for marketing is not utility.',
  INVALID_FORMAT: 'WhatsApp finds the way it is written unclear, often the variables or their examples.',
  PROMOTIONAL: 'It advertises, so it has to be marketing.',
  SCAM: 'WhatsApp takes it for a fraud.',
  TAG_CONTENT_MISMATCH: 'What it says does not fit its category or its language.',
}

/** A rejection's reason as a sentence; a word that is new is shown as it is. */
export function readReason(word: unknown): string | null {
  if (typeof word !== 'string' || word === '' || word === 'NONE') return null
  return reasons[word] ?? word.slice(0, 500)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
