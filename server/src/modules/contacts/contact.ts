import { z } from 'zod'
import { Time } from '#lib/json'
import { isVisible, storableText } from '#lib/storable-text'
import { FieldValue, FieldWishes } from './fields/field.ts'

export const nameLimit = 200
export const notesLimit = 5_000
export const mostLabels = 20
export const longestLabel = 40

const Name = z
  .string()
  .transform(storableText)
  .pipe(
    z
      .string()
      .trim()
      .min(1, { error: 'Enter a name.', abort: true })
      .max(nameLimit, `At most ${nameLimit} characters.`)
      .refine(isVisible, 'Enter a name.'),
  )
const Phone = z.string().trim().min(1, 'Enter a phone number.').max(40, 'At most 40 characters.')
const Email = z.string().trim().max(254, 'At most 254 characters.').pipe(z.email('This is no e-mail address.'))

export const Label = z
  .string()
  .transform(storableText)
  .pipe(z.string().trim().min(1, 'A label has a name.').max(longestLabel, `At most ${longestLabel} characters.`))
const Labels = z
  .array(Label)
  .max(mostLabels, `At most ${mostLabels} labels.`)
  .transform((labels) => [...new Set(labels)].sort())
const Notes = z
  .string()
  .transform(storableText)
  .pipe(z.string().trim().max(notesLimit, `At most ${notesLimit} characters.`))
  .transform((notes) => notes || null)

export const NewContact = z
  .object({ name: Name, phone: Phone, email: Email, labels: Labels, notes: Notes, fields: FieldWishes })
  .partial()
  .refine(({ name, phone, email }) => name !== undefined || phone !== undefined || email !== undefined, {
    path: ['name'],
    message: 'Enter a name, a phone number or an e-mail address.',
  })
export type NewContact = z.output<typeof NewContact>

export const ContactChange = z.object({
  name: Name.nullable().optional().describe('null takes the name away.'),
  phone: Phone.optional().describe('Added to the numbers the contact has.'),
  email: Email.optional().describe('Added to the addresses the contact has.'),
  labels: Labels.optional().describe('All labels from now on.'),
  notes: Notes.nullable().optional().describe('null or an empty text takes them away.'),
  fields: FieldWishes.optional().describe('Values by the id of the field they stand under; null takes one away.'),
})
export type ContactChange = z.output<typeof ContactChange>

export const Contact = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  username: z
    .string()
    .nullable()
    .describe('What WhatsApp calls a person whose number it may hide. It identifies nobody.'),
  identities: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['phone', 'whatsapp_user_id', 'email']),
      value: z.string(),
      createdAt: Time,
    }),
  ),
  labels: z.array(z.string()),
  notes: z.string().nullable(),
  fields: z.array(FieldValue).describe('What is known under the fields of this business, in their order.'),
  mergedInto: z.uuid().nullable().describe('The contact whose card this shows, when it was merged.'),
  merged: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string().nullable(),
        phone: z.string().nullable(),
        notes: z.string().nullable(),
        mergedAt: Time,
      }),
    )
    .describe('The contacts that were merged into this person.'),
  createdAt: Time,
})
export type Contact = z.input<typeof Contact>

/** The name a profile shows, as far as it is one: storable, trimmed, not longer than a name may be. */
export function nameOfProfile(profileName: string | undefined): string | null {
  return shortened(profileName, nameLimit)
}

/** The username a profile shows, without the @ people put in front. */
export function usernameOfProfile(username: string | undefined): string | null {
  return shortened(username?.trim().replace(/^@+/, ''), 100)
}

function shortened(text: string | undefined, most: number): string | null {
  const letters = Array.from(storableText(text ?? '').trim())
  // The columns count characters as PostgreSQL does: by code points, not by UTF-16 halves.
  return letters.slice(0, most).join('').trim() || null
}
