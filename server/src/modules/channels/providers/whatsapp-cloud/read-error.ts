import { storableText } from '#lib/storable-text'
import { isObject } from '../../inbound/json.ts'
import type { ErrorClass, ProviderError } from '../../provider-error.ts'
import { type KnownError, knownErrors } from './error-classes.ts'

const byCode = new Map<number, KnownError>(knownErrors.flatMap((known) => known.codes.map((code) => [code, known])))

// In these classes what the provider says tells which field or setting is meant.
const worthQuoting: readonly ErrorClass[] = ['our_request', 'template', 'unknown_code']

/** Reads one error as Meta writes it, wherever it stands. A code nobody knows fails and alerts: it is never repeated. */
export function readError(written: unknown): ProviderError {
  const error = isObject(written) ? written : {}
  const code = codeOf(error.code)
  const known = code === undefined ? undefined : byCode.get(code)
  const errorClass = known?.class ?? 'unknown_code'
  const sentence = known?.sentence ?? 'WhatsApp reports an error we do not know.'
  const said = worthQuoting.includes(errorClass) ? quoted(error) : ''
  return {
    code: known?.word ?? 'unknown_provider_error',
    class: errorClass,
    message: sentence + said,
    ...(code === undefined ? {} : { providerCode: code }),
    ...(known?.retryAfterMs ? { retryAfterMs: known.retryAfterMs } : {}),
  }
}

function codeOf(written: unknown): number | undefined {
  const isDigits = typeof written === 'string' && /^\d{1,9}$/.test(written)
  return typeof written === 'number' || isDigits ? Number(written) : undefined
}

/** Meta is doing away with titles and subcodes: the details come first. */
function quoted(error: Record<string, unknown>): string {
  const details = isObject(error.error_data) ? error.error_data.details : undefined
  const said = [details, error.message, error.title].find((text) => typeof text === 'string' && text.trim() !== '')
  return typeof said === 'string' ? ` It says: “${storableText(said.slice(0, 300))}”` : ''
}
