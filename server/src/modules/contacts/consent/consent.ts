import { z } from 'zod'
import { Id, Time } from '#lib/json'
import { storableText } from '#lib/storable-text'

export const consentChannels = ['whatsapp', 'sms', 'email'] as const
export type ConsentChannel = (typeof consentChannels)[number]

/** What somebody can allow or forbid. An answer in a conversation they began is neither. */
export const consentPurposes = ['service', 'marketing'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** What a message is for. `conversation`: a person answers within a thread the customer began. */
export type Purpose = 'conversation' | ConsentPurpose

export const consentStates = ['granted', 'withdrawn'] as const
export type ConsentState = (typeof consentStates)[number]

export const consentSources = ['customer', 'provider', 'member', 'import'] as const
export type ConsentSource = (typeof consentSources)[number]

export const longestProof = 500

/** The kind of channel people give their word about: whatever programs stand behind a WhatsApp number, it is WhatsApp. */
export function consentChannelOf(channelKind: string): ConsentChannel {
  if (channelKind.startsWith('whatsapp')) return 'whatsapp'
  return channelKind === 'sms' ? 'sms' : 'email'
}

const channelKind = z.enum(consentChannels)
const purpose = z.enum(consentPurposes)
const standing = z.enum(['none', ...consentStates])

const Proof = z.object({
  id: Id,
  channelKind,
  purpose,
  state: z.enum(consentStates),
  source: z
    .enum(consentSources)
    .describe('Who says so: the person, the provider, a colleague who entered it, or an imported file.'),
  words: z.string().describe('What was said, or why it was entered.'),
  messageId: Id.nullable(),
  member: z.object({ id: Id, name: z.string() }).nullable(),
  at: Time.describe('When it was said.'),
})
export type Proof = z.input<typeof Proof>

export const Consents = z
  .object({
    standings: z
      .array(
        z.object({
          channelKind,
          purpose,
          state: standing.describe('`none`: nobody ever said anything.'),
          maySend: z.boolean().describe('Whether something may be sent for this purpose.'),
          proof: Proof.nullable(),
        }),
      )
      .describe('One for each channel and purpose.'),
    history: z.array(Proof).describe('Everything that was ever said, newest first; at most a hundred.'),
  })
  .meta({ id: 'Consents' })
export type Consents = z.input<typeof Consents>

export const ConsentChange = z.object({
  channelKind,
  purpose,
  state: z.enum(consentStates),
  reason: z
    .string()
    .transform(storableText)
    .pipe(
      z
        .string()
        .trim()
        .min(1, 'Say how you know, such as “Asked for it on the phone”.')
        .max(longestProof, `At most ${longestProof} characters.`),
    )
    .describe('How it is known: the proof.'),
})
export type ConsentChange = z.output<typeof ConsentChange>
