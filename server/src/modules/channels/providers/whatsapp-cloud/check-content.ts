import type { FieldError } from '#lib/refusal'
import type { ContactCard, Interactive, Location } from './content.ts'
import { limits } from './limits.ts'

type Complaints = (FieldError | undefined)[]

/** Everything about an interactive message that WhatsApp would refuse, field by field. */
export function checkInteractive(message: Interactive): FieldError[] {
  const bodyLimit = message.type === 'list' ? limits.listBody : limits.buttonsBody
  const { header, footer } = message.type === 'location_request_message' ? {} : message
  return found([
    needed('body.text', message.body.text, bodyLimit, 'the text'),
    header && needed('header.text', header.text, limits.header, 'the heading'),
    footer && needed('footer.text', footer.text, limits.footer, 'the small print'),
    ...complaintsAboutAction(message),
  ])
}

/** Everything about a place that WhatsApp would refuse. */
export function checkLocation({ latitude, longitude, name, address }: Location): FieldError[] {
  return found([
    within('latitude', latitude, 90),
    within('longitude', longitude, 180),
    short('name', name, limits.line, 'the name of a place'),
    short('address', address, limits.line, 'an address'),
    address && !name?.trim()
      ? complaint('name', 'An address is shown only below a name: name the place as well.', 'required')
      : undefined,
  ])
}

/** Everything about contact cards that WhatsApp would refuse. */
export function checkContacts(cards: readonly ContactCard[]): FieldError[] {
  if (cards.length === 0) return [complaint('', 'Choose somebody to send the card of.', 'required')]
  if (cards.length > limits.cards)
    return [complaint('', `One message takes ${limits.cards} contact cards at most.`, 'too_many')]
  return found(
    cards.flatMap(({ name, phones = [], emails = [], urls = [] }, at) => [
      needed(`${at}.name.formatted_name`, name.formatted_name, limits.line, 'a name'),
      ...phones.map(({ phone }, no) => needed(`${at}.phones.${no}.phone`, phone, 40, 'a phone number')),
      ...emails.map(({ email }, no) => needed(`${at}.emails.${no}.email`, email, 254, 'an email address')),
      ...urls.map(({ url }, no) => needed(`${at}.urls.${no}.url`, url, limits.url, 'a web address')),
    ]),
  )
}

/** Whether a text is one emoji; variants of skin, gender and presentation included. */
export function isOneEmoji(text: string): boolean {
  return /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v.test(text)
}

function complaintsAboutAction(message: Interactive): Complaints {
  switch (message.type) {
    case 'button':
      return complaintsAboutButtons(message.action.buttons.map(({ reply }) => reply))
    case 'list':
      return complaintsAboutList(message.action)
    case 'cta_url': {
      const { display_text: title, url } = message.action.parameters
      const at = 'action.parameters'
      return [
        needed(`${at}.display_text`, title, limits.buttonTitle, 'a button'),
        needed(`${at}.url`, url, limits.url, 'a web address'),
        isWebAddress(url)
          ? undefined
          : complaint(
              `${at}.url`,
              'Enter a whole web address, beginning with https:// or http://.',
              'not_a_web_address',
            ),
      ]
    }
    case 'location_request_message':
      return []
    default: {
      const never: never = message
      return never
    }
  }
}

function complaintsAboutButtons(buttons: readonly { id: string; title: string }[]): Complaints {
  const at = 'action.buttons'
  if (buttons.length === 0) return [complaint(at, 'Add a button to choose.', 'required')]
  if (buttons.length > limits.buttons)
    return [
      complaint(at, `WhatsApp shows ${limits.buttons} buttons at most. For more choices, send a list.`, 'too_many'),
    ]
  return buttons.flatMap(({ id, title }, no) => [
    needed(`${at}.${no}.reply.title`, title, limits.buttonTitle, 'a button'),
    needed(`${at}.${no}.reply.id`, id, limits.buttonId, 'a button’s id'),
    unique(`${at}.${no}.reply.title`, title, buttons.slice(0, no), (one) => one.title, 'button says this'),
    unique(`${at}.${no}.reply.id`, id, buttons.slice(0, no), (one) => one.id, 'button has this id'),
  ])
}

function complaintsAboutList({ button, sections }: Extract<Interactive, { type: 'list' }>['action']): Complaints {
  const rows = sections.flatMap((section, no) =>
    section.rows.map((row, rowNo) => ({ ...row, at: `action.sections.${no}.rows.${rowNo}` })),
  )
  return [
    needed('action.button', button, limits.listButton, 'the button that opens the list'),
    sections.length > limits.sections
      ? complaint('action.sections', `A list has ${limits.sections} sections at most.`, 'too_many')
      : undefined,
    rows.length === 0 ? complaint('action.sections', 'Add something to choose from.', 'required') : undefined,
    rows.length > limits.rows
      ? complaint(
          'action.sections',
          `A list has ${limits.rows} choices at most, all sections together; this has ${rows.length}.`,
          'too_many',
        )
      : undefined,
    ...sections.flatMap(({ title, rows: own }, no) => [
      sections.length > 1
        ? needed(`action.sections.${no}.title`, title ?? '', limits.sectionTitle, 'a section’s title')
        : short(`action.sections.${no}.title`, title, limits.sectionTitle, 'a section’s title'),
      own.length === 0
        ? complaint(`action.sections.${no}.rows`, 'This section has nothing to choose from.', 'required')
        : undefined,
    ]),
    ...rows.flatMap(({ at, id, title, description }, no) => [
      needed(`${at}.title`, title, limits.rowTitle, 'a choice'),
      needed(`${at}.id`, id, limits.rowId, 'a choice’s id'),
      short(`${at}.description`, description, limits.rowDescription, 'a description'),
      unique(`${at}.id`, id, rows.slice(0, no), (one) => one.id, 'choice has this id'),
    ]),
  ]
}

function needed(path: string, value: string, most: number, what: string): FieldError | undefined {
  if (value.trim() === '') return complaint(path, `${capital(what)} is missing.`, 'required')
  return short(path, value, most, what)
}

function short(path: string, value: string | undefined, most: number, what: string): FieldError | undefined {
  // Characters as WhatsApp counts them: code points.
  const length = [...(value ?? '')].length
  if (length <= most) return undefined
  return complaint(
    path,
    `${capital(what)} may have at most ${inFull(most)} characters; this has ${inFull(length)}.`,
    'too_long',
  )
}

function within(path: string, degrees: number, most: number): FieldError | undefined {
  if (Number.isFinite(degrees) && Math.abs(degrees) <= most) return undefined
  return complaint(path, `The ${path} lies between −${most} and ${most} degrees.`, 'out_of_range')
}

function unique<Thing>(
  path: string,
  value: string,
  before: readonly Thing[],
  read: (thing: Thing) => string,
  what: string,
): FieldError | undefined {
  return before.some((one) => read(one) === value) ? complaint(path, `Another ${what}.`, 'not_unique') : undefined
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol)
}

function complaint(path: string, message: string, code: string): FieldError {
  return { path, message, code }
}

function found(complaints: Complaints): FieldError[] {
  return complaints.filter((one) => one !== undefined)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function inFull(count: number): string {
  return count.toLocaleString('en')
}
