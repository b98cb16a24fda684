import { z } from 'zod'

/** What a kind of channel can do. Whoever decides whether something may be said by a channel asks this, not its kind. */
export const Capabilities = z.object({
  hasWindow: z
    .boolean()
    .describe('Free text only within 24 hours of the customer’s last message; outside only a template.'),
  templates: z.boolean().describe('Templates are submitted to the provider and leave only when it approved them.'),
  quotes: z.boolean().describe('A message may answer a certain other one.'),
  signs: z.boolean().describe('The customer can see that a message was read and that somebody is typing.'),
  kinds: z.array(z.string()).describe('The kinds of messages it carries to the customer.'),
  textLimit: z.number().int().describe('Most characters of a text.'),
  receipts: z.array(z.string()).describe('What the provider tells of a message after it took it.'),
})
export type Capabilities = Readonly<z.output<typeof Capabilities>>
