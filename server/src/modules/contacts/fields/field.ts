import { z } from 'zod'
import { Id, Time } from '#lib/json'
import { storableText } from '#lib/storable-text'

export const fieldKinds = ['text', 'number', 'date', 'choice', 'yes_no'] as const
export type FieldKind = (typeof fieldKinds)[number]

export const mostFields = 50
const mostChoices = 50
export const longestValue = 500

const Name = z
  .string()
  .transform(storableText)
  .pipe(z.string().trim().min(1, 'Enter a name.').max(60, 'At most 60 characters.'))
const Choice = z
  .string()
  .transform(storableText)
  .pipe(z.string().trim().min(1, 'A choice has a name.').max(100, 'At most 100 characters.'))
const Choices = z
  .array(Choice)
  .max(mostChoices, `At most ${mostChoices} choices.`)
  .refine((choices) => new Set(choices.map((choice) => choice.toLowerCase())).size === choices.length, {
    message: 'Each choice only once.',
  })

export const NewField = z
  .object({ name: Name, kind: z.enum(fieldKinds), choices: Choices.optional() })
  .refine(({ kind, choices = [] }) => (kind === 'choice') === choices.length > 0, {
    path: ['choices'],
    message: 'A choice needs choices, and nothing else has any.',
  })
export type NewField = z.output<typeof NewField>

export const FieldChange = z
  .object({
    name: Name,
    choices: Choices.min(1, 'Enter at least one choice.'),
    place: z.int().min(0).max(1_000).describe('Where it stands among the others, from 0.'),
    archived: z.boolean().describe('Archived fields are shown nowhere; what was written in them is kept.'),
  })
  .partial()
export type FieldChange = z.output<typeof FieldChange>

export const Field = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(fieldKinds),
  choices: z.array(z.string()),
  place: z.int(),
  createdAt: Time,
  archivedAt: Time.nullable(),
})
export type Field = z.input<typeof Field>

/** What a person's card says under a field. */
export const FieldValue = z.object({
  fieldId: Id,
  value: z.string().describe('In one written form: 12.5, 2026-03-02, yes or no.'),
})

/** Values by the field's id; null takes one away. */
export const FieldWishes = z.record(
  Id,
  z.union([z.string().max(longestValue, `At most ${longestValue} characters.`), z.number(), z.boolean()]).nullable(),
)
export type FieldWishes = z.output<typeof FieldWishes>
