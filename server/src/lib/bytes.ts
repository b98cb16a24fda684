import { z } from 'zod'

/** The body of a door that takes a file: its bytes as they came. */
export const Bytes = z
  .any()
  .refine(Buffer.isBuffer, 'Send the file itself.')
  .meta({ type: 'string', format: 'binary' }) as unknown as z.ZodType<Buffer, Buffer>
