import { z } from 'zod'

/** An email address as people type it, kept in lower case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Enter an email address, such as ana@example.com.'))
  .pipe(z.string().max(254))
