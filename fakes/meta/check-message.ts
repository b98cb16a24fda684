import { checkInteractive } from './check-interactive.ts'
import type { GraphError } from './graph-error.ts'
import { graphError } from './graph-error.ts'
import { objectIn } from './read-json.ts'
import type { BusinessNumber, Json } from './types.ts'
import { isUserId } from './whatsapp-id.ts'

const media = ['image', 'video', 'audio', 'document', 'sticker']
const types = ['text', ...media, 'location', 'contacts', 'interactive', 'template', 'reaction']

/** The first thing Meta would find wrong with a message, or nothing. */
export function checkMessage(number: BusinessNumber, body: Json): GraphError | undefined {
  return (
    checkProduct(body) ?? checkRecipient(number, body) ?? checkType(body) ?? checkContext(body) ?? checkContent(body)
  )
}

export function checkProduct(body: Json): GraphError | undefined {
  if (body.messaging_product === 'whatsapp') return undefined
  return invalid('The parameter messaging_product is required and must be one of {WHATSAPP}.')
}

function checkRecipient(number: BusinessNumber, { to, recipient }: Json): GraphError | undefined {
  if (to === undefined && recipient === undefined) return invalid('The parameter to is required.')
  if (to === undefined) {
    if (typeof recipient === 'string' && isUserId(recipient)) return undefined
    return notValid('recipient is not a valid business-scoped user id.')
  }
  const digits = typeof to === 'string' ? to.replace(/[\s()+-]/g, '') : ''
  if (!/^\d{6,15}$/.test(digits)) return notValid('to is not a valid WhatsApp number.')
  if (digits === number.displayPhoneNumber.replace(/\D/g, '')) return graphError(131021, 'to is the sender itself.')
  return undefined
}

function checkType({ type = 'text' }: Json): GraphError | undefined {
  if (typeof type === 'string' && types.includes(type)) return undefined
  return invalid(`Param type must be one of {${types.map((one) => one.toUpperCase()).join(', ')}} - got "${type}".`)
}

function checkContext({ context }: Json): GraphError | undefined {
  if (context === undefined || objectIn({ context }, 'context').message_id) return undefined
  return missing('context.message_id is required.')
}

function checkContent(body: Json): GraphError | undefined {
  const type = String(body.type ?? 'text')
  if (body[type] === undefined || body[type] === null) return missing(`The parameter ${type} is required.`)
  if (type === 'contacts') return checkContacts(body.contacts)

  const content = objectIn(body, type)
  if (type === 'text') return checkText(content)
  if (type === 'interactive') return checkInteractive(content)
  if (type === 'template') return checkTemplate(content)
  if (type === 'location') return checkLocation(content)
  if (type === 'reaction') return checkReaction(content)
  return checkMedia(type, content)
}

function checkText({ body }: Json): GraphError | undefined {
  if (typeof body !== 'string' || body.trim() === '') return invalid("The parameter text['body'] is required.")
  if ([...body].length > 4096) return invalid("Param text['body'] must be at most 4096 characters long.")
  return undefined
}

function checkTemplate(template: Json): GraphError | undefined {
  if (!template.name) return missing('template.name is required.')
  return objectIn(template, 'language').code ? undefined : missing('template.language.code is required.')
}

function checkLocation({ latitude, longitude }: Json): GraphError | undefined {
  const within = (value: unknown, most: number) => Number.isFinite(Number(value)) && Math.abs(Number(value)) <= most
  return within(latitude, 90) && within(longitude, 180) ? undefined : notValid('The location is not on earth.')
}

function checkContacts(contacts: unknown): GraphError | undefined {
  if (!Array.isArray(contacts) || contacts.length === 0) return notValid('contacts must be a list of contacts.')
  const hasNames = contacts.every((contact) => {
    const { formatted_name: whole, ...parts } = objectIn(contact, 'name')
    return typeof whole === 'string' && whole !== '' && Object.values(parts).some(Boolean)
  })
  return hasNames ? undefined : missing('contacts.name.formatted_name and one more part of the name are required.')
}

function checkReaction({ message_id: about, emoji }: Json): GraphError | undefined {
  if (!about) return missing('reaction.message_id is required.')
  return typeof emoji === 'string' && [...emoji].length <= 16 ? undefined : notValid('reaction.emoji is not valid.')
}

function checkMedia(type: string, { id, link, caption }: Json): GraphError | undefined {
  if (!id === !link) return missing(`${type} needs either an id or a link.`)
  if (typeof caption === 'string' && [...caption].length > 1024) {
    return notValid(`${type}.caption must be at most 1024 characters long.`)
  }
  return undefined
}

/** Meta answers wrong parameters with its general code and says which in the message. */
function invalid(sentence: string): GraphError {
  return { ...graphError(100, sentence), message: `(#100) ${sentence}` }
}

function missing(details: string): GraphError {
  return graphError(131008, details)
}

function notValid(details: string): GraphError {
  return graphError(131009, details)
}
