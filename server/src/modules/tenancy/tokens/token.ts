import { z } from 'zod'
import { Time } from '#lib/json'
import { storableText } from '#lib/storable-text'

/** How many tokens that work a workspace may have. */
export const mostTokens = 100

export const NewToken = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name, such as what the token is for.')
    .max(80, 'At most 80 characters.')
    .transform(storableText),
  scopes: z
    .array(z.string().max(60))
    .min(1, 'Choose at least one thing the token may do.')
    .max(50)
    .transform((scopes) => [...new Set(scopes)].sort())
    .describe('What it may do, as `GET /tokens/scopes` lists it.'),
  expiresAt: z.iso.datetime({ offset: true }).nullish().describe('When it ends by itself; left out, never.'),
})
export type NewToken = z.output<typeof NewToken>

export const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  hint: z.string().describe('Its last characters, to know it again by.'),
  scopes: z.array(z.string()),
  madeBy: z.object({ id: z.uuid(), name: z.string() }),
  status: z.enum(['active', 'expired']),
  createdAt: Time,
  expiresAt: Time.nullable(),
  lastUsedAt: Time.nullable().describe('To the minute.'),
  lastUsedFrom: z.string().nullable().describe('The address it was last used from.'),
})

export const MadeToken = Token.extend({
  token: z.string().nullable().describe('Shown this once; null when the same request is answered again.'),
})

export const Scope = z.object({
  scope: z.string(),
  area: z.string(),
  level: z.enum(['read', 'write']),
  words: z.array(z.string()).describe('What it allows, each as people say it.'),
})
