import { z } from 'zod'
import { Id, Time } from '#lib/json'

export const Entry = z.object({
  id: Id,
  at: Time,
  who: z.object({
    kind: z.string().describe('`member`, `token` or `system`.'),
    id: Id.nullable(),
    name: z.string().describe('The person, or the token and in whose name it acted.'),
  }),
  fact: z.string().describe('The name of the fact, such as `tenancy.member_role_changed`.'),
  area: z.string(),
  what: z.string().describe('What they did, as the rest of a sentence that begins with their name.'),
  subject: z.object({
    kind: z.string().describe('`member`, `invitation`, `token`, `channel`, `contact`, `conversation` or `workspace`.'),
    id: Id,
    name: z.string().nullable(),
  }),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  origin: z
    .object({ address: z.string(), agent: z.string().nullable() })
    .nullable()
    .describe('From where it was done; null for what Frontdesk does by itself.'),
})
export type Entry = z.input<typeof Entry>

/** What the entries can be narrowed to. */
export const AuditFilter = z.object({
  who: z
    .union([Id, z.literal('system')])
    .optional()
    .describe('A member, a token, or `system`.'),
  area: z
    .string()
    .regex(/^[a-z]{1,40}$/, 'This is no part of the log.')
    .optional()
    .describe('What it is about, such as `members` or `channels`.'),
  subjectId: Id.optional().describe('The one thing or person it was done to.'),
  from: z.iso.datetime({ offset: true }).optional().describe('From this moment on.'),
  to: z.iso.datetime({ offset: true }).optional().describe('Before this moment.'),
})
export type AuditFilter = z.output<typeof AuditFilter>

export const AuditFilters = z.object({
  who: z.array(z.object({ kind: z.enum(['member', 'token']), id: Id, name: z.string() })),
  areas: z.array(z.object({ area: z.string(), words: z.string() })),
})

/** The parts of the log as people call them. */
export const areas: readonly { readonly area: string; readonly words: string }[] = [
  { area: 'members', words: 'Members and invitations' },
  { area: 'accounts', words: 'Sign-in and accounts' },
  { area: 'tokens', words: 'API tokens' },
  { area: 'workspace', words: 'The workspace' },
  { area: 'channels', words: 'Channels' },
  { area: 'contacts', words: 'Contacts and leads' },
  { area: 'conversations', words: 'Conversations' },
  { area: 'audit', words: 'This log' },
]
