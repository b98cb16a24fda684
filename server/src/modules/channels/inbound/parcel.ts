import { newId } from '#lib/id'
import { sha256 } from '#lib/signature'
import type { ProviderError } from '../provider-error.ts'
import type { AccountReport } from '../providers/whatsapp-cloud/note-report.ts'
import type { InboundChange, InboundMessage, InboundPreference, InboundReceipt } from './hands.ts'
import { isDeeperThan, mostLevels } from './json.ts'

/** What an item of a webhook means to us. */
export type Meaning =
  | { readonly is: 'message'; readonly message: InboundMessage }
  | { readonly is: 'echo'; readonly message: InboundMessage }
  | { readonly is: 'change'; readonly by: 'customer' | 'business'; readonly change: InboundChange }
  | { readonly is: 'receipt'; readonly receipt: InboundReceipt }
  | { readonly is: 'preference'; readonly preference: InboundPreference }
  | { readonly is: 'number_changed'; readonly from: string; readonly to: string }
  | { readonly is: 'user_id_changed'; readonly from: string; readonly to: string }
  | { readonly is: 'trouble'; readonly error: ProviderError }
  | { readonly is: 'report'; readonly report: AccountReport }
  /** Nothing to do yet; its content is kept. */
  | { readonly is: 'kept' }
  /** Not what it should be; its content is kept with the reason. */
  | { readonly is: 'malformed'; readonly because: string }

/** One item of a webhook, taken on its own. */
export interface Parcel {
  readonly kind: string
  /** The same for the same item, however often and in whatever company it comes. */
  readonly identity: string
  /** Which of the provider’s lines it is about, where it says so. */
  readonly line?: string
  readonly meaning: Meaning
  readonly content: unknown
}

export function kept(kind: string, content: unknown): Parcel {
  return { kind: wordFor(kind), identity: fingerprint(content), meaning: { is: 'kept' }, content }
}

export function malformed(kind: string, content: unknown, because: string): Parcel {
  return { kind: wordFor(kind), identity: fingerprint(content), meaning: { is: 'malformed', because }, content }
}

/** For items without an id of their own: equal content is the same item. What has no content we could keep is like nothing else. */
function fingerprint(content: unknown): string {
  const isKeepable = content !== null && content !== undefined && !isDeeperThan(content, mostLevels)
  return isKeepable ? sha256(JSON.stringify(content)).toString('hex') : newId()
}

/** A provider's word as we keep it: short and plain, or `unknown`. */
export function wordFor(kind: unknown): string {
  return typeof kind === 'string' && /^[a-z][a-z0-9_]{0,59}$/i.test(kind) ? kind : 'unknown'
}
