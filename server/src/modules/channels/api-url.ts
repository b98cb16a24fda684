import type { Context } from '#lib/context'
import { InvalidInput } from '#lib/refusal'

/**
 * The base URL of a channel as we keep it, or a refusal. What a user enters must be https, and leads out or is not called
 * (safe-fetch sees to that at each call); only servers the operator vouches for may be plain and local.
 */
export function readApiUrl(context: Context, typed: string): string {
  const url = new URL(typed)
  const isVouchedFor = context.trustedUrls.some((trusted) => new URL(trusted).origin === url.origin)
  const isPlainPath = !url.username && !url.password && !url.search && !url.hash
  if (isPlainPath && (isVouchedFor || url.protocol === 'https:')) return url.href.replace(/\/+$/, '')
  const message = 'Enter an https address without user name, query or fragment.'
  throw new InvalidInput([{ path: 'settings.apiUrl', message, code: 'invalid_url' }])
}
