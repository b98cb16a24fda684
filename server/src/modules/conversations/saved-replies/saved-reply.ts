import { z } from 'zod'
import { Id, Time } from '#lib/json'
import { storableText } from '#lib/storable-text'

/** How many a member, and how many the workspace together, may keep. */
export const mostReplies = 200

/** What may stand in a saved reply for something that is known only when it is sent. */
export const variables = ['contact.name', 'member.name', 'workspace.name'] as const

export const Shortcut = z
  .string()
  .transform((given) => storableText(given.trim().replace(/^\//, '').toLowerCase()))
  .pipe(
    z.string().regex(/^[\p{L}\p{N}_-]{1,32}$/u, 'Use 1 to 32 letters, digits, hyphens or underscores, without spaces.'),
  )
  .describe('Typed after a slash; kept in lower case.')

export const ReplyText = z
  .string()
  .transform(storableText)
  .pipe(z.string().trim().min(1, 'Write something first.').max(4_096, 'At most 4,096 characters.'))
  .refine((text) => unknownIn(text) === undefined, {
    error: ({ input }) => {
      const known = variables.map((name) => `{{${name}}}`).join(', ')
      return `${unknownIn(String(input))} stands for nothing here. There are ${known}.`
    },
  })
  .describe('`{{contact.name}}`, `{{member.name}}` and `{{workspace.name}}` stand for what they say.')

export const SavedReply = z
  .object({
    id: Id,
    shortcut: z.string(),
    text: z.string(),
    shared: z.boolean().describe('For everybody in the workspace, or for the caller alone.'),
    mine: z.boolean().describe('The caller made it.'),
    changedAt: Time,
    createdAt: Time,
  })
  .meta({ id: 'SavedReply' })
export type SavedReply = z.input<typeof SavedReply>

/** The first thing in braces that is none of the variables. */
function unknownIn(text: string): string | undefined {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/gu)].find(([, name = '']) => !isVariable(name.trim()))?.[0]
}

const isVariable = (name: string) => (variables as readonly string[]).includes(name)
