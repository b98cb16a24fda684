import {
  type ContactCard,
  checkContacts,
  checkInteractive,
  checkLocation,
  type Interactive,
  type Location,
  limits,
} from '#channels'
import { type FieldError, InvalidInput } from '#lib/refusal'
import { storableJson, storableText } from '#lib/storable-text'
import type { FileKind } from '#media'
import { EmptyText, NotOneContent, TextTooLong } from './refusals.ts'

/** What a reply may say: exactly one of these. */
export interface ReplyContent {
  readonly text?: string | undefined
  readonly interactive?: Interactive | undefined
  readonly location?: Location | undefined
  readonly contacts?: readonly ContactCard[] | undefined
}

/** A reply as a message keeps it. */
export interface Writing {
  readonly kind: 'text' | 'interactive' | 'location' | 'contacts' | 'reaction' | 'template' | FileKind
  readonly text: string | null
  readonly details: Record<string, unknown> | null
  /** The file it carries. */
  readonly mediaId?: string
  /** The template it was made from. */
  readonly templateId?: string
}

/** What a reply says, as it is kept and sent. Refuses what WhatsApp would refuse, field by field. */
export function writingOf({ text, interactive, location, contacts }: ReplyContent): Writing {
  const given = countOf({ text, interactive, location, contacts })
  if (given !== 1) throw new NotOneContent(given)

  if (interactive) {
    refuse('interactive', checkInteractive(interactive))
    return storable({ kind: 'interactive', text: interactive.body.text, details: interactive })
  }
  if (location) {
    refuse('location', checkLocation(location))
    return storable({ kind: 'location', text: null, details: location })
  }
  if (contacts) {
    refuse('contacts', checkContacts(contacts))
    return storable({ kind: 'contacts', text: null, details: { contacts: contacts.map(withPartOfName) } })
  }
  return { kind: 'text', text: sendableText(text ?? ''), details: null }
}

/** How many things it says. */
export function countOf({ text, interactive, location, contacts }: ReplyContent): number {
  return [text, interactive, location, contacts].filter((one) => one !== undefined).length
}

function sendableText(typed: string): string {
  if (typed.trim() === '') throw new EmptyText()
  // Characters as a person counts them in an address or an emoji: code points, which is how WhatsApp counts.
  const length = [...typed].length
  if (length > limits.text) throw new TextTooLong(length, limits.text)
  return storableText(typed)
}

/** WhatsApp wants a part of the name beside the whole. */
function withPartOfName(card: ContactCard): ContactCard {
  const { formatted_name: whole, ...parts } = card.name
  const hasPart = Object.values(parts).some((part) => part?.trim())
  return hasPart ? card : { ...card, name: { formatted_name: whole, first_name: whole } }
}

function storable({ kind, text, details }: Writing): Writing {
  return { kind, text: text === null ? null : storableText(text), details: storableJson(details) }
}

function refuse(field: string, complaints: readonly FieldError[]): void {
  const [first] = complaints
  if (!first) return
  const errors = complaints.map((one) => ({ ...one, path: one.path ? `${field}.${one.path}` : field }))
  throw new InvalidInput(errors, complaints.length === 1 ? first.message : undefined)
}
