import { z } from 'zod'
import { storableText } from '#lib/storable-text'

export const Name = z
  .string()
  .transform(storableText)
  .pipe(z.string().trim().min(1, 'Enter a name.').max(120, 'At most 120 characters.'))

export const ApiUrl = z.url('This is no URL.').max(500, 'At most 500 characters.')

/** A header value or the key of a signature: printable, in one piece. */
export function secretFor(provider: string) {
  return z
    .string()
    .trim()
    .min(1, `This is needed to reach ${provider}.`)
    .max(1000, 'At most 1000 characters.')
    .regex(/^[\x21-\x7e]*$/, 'Letters, digits and signs only, without spaces.')
}
