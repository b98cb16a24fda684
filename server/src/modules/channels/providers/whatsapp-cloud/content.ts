import { z } from 'zod'

// What may be sent, in the Cloud API's own form: what is read of a message is what can be written. How long each part may
// be is checked in check-content.ts, so that a refusal says so in our words.

const words = z.object({ text: z.string() })
const frame = {
  header: z.object({ type: z.literal('text'), text: z.string() }).optional(),
  body: words,
  footer: words.optional(),
}

const replyButtons = z.object({
  type: z.literal('button'),
  ...frame,
  action: z.object({
    buttons: z
      .array(z.object({ type: z.literal('reply'), reply: z.object({ id: z.string(), title: z.string() }) }))
      .describe('One to three, each with a title of at most 20 characters and an id of its own.'),
  }),
})

const list = z.object({
  type: z.literal('list'),
  ...frame,
  action: z.object({
    button: z.string().describe('What opens the list.'),
    sections: z
      .array(
        z.object({
          title: z.string().optional().describe('Needed where there is more than one section.'),
          rows: z.array(z.object({ id: z.string(), title: z.string(), description: z.string().optional() })),
        }),
      )
      .describe('At most ten rows in all.'),
  }),
})

const link = z.object({
  type: z.literal('cta_url'),
  ...frame,
  action: z.object({
    name: z.literal('cta_url'),
    parameters: z.object({ display_text: z.string(), url: z.string() }),
  }),
})

const locationRequest = z.object({
  type: z.literal('location_request_message'),
  body: words,
  action: z.object({ name: z.literal('send_location') }),
})

export const Interactive = z
  .discriminatedUnion('type', [replyButtons, list, link, locationRequest])
  .meta({ id: 'Interactive' })
export type Interactive = z.output<typeof Interactive>

export const Location = z
  .object({
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
    address: z.string().optional().describe('Shown below the name, so it needs one.'),
  })
  .meta({ id: 'Location' })
export type Location = z.output<typeof Location>

const part = z.string().optional()
const ofType = { type: z.string().optional().describe('Such as `WORK`, `HOME`, `CELL`.') }

export const ContactCard = z
  .object({
    name: z.object({
      formatted_name: z.string().describe('The whole name as it is shown.'),
      ...{ first_name: part, last_name: part, middle_name: part, prefix: part, suffix: part },
    }),
    phones: z.array(z.object({ phone: z.string(), wa_id: part, ...ofType })).optional(),
    emails: z.array(z.object({ email: z.string(), ...ofType })).optional(),
    urls: z.array(z.object({ url: z.string(), ...ofType })).optional(),
    addresses: z
      .array(
        z.object({
          ...{ street: part, city: part, state: part, zip: part, country: part, country_code: part },
          ...ofType,
        }),
      )
      .optional(),
    org: z.object({ company: part, department: part, title: part }).optional(),
    birthday: z.iso.date().optional(),
  })
  .meta({ id: 'ContactCard' })
export type ContactCard = z.output<typeof ContactCard>
