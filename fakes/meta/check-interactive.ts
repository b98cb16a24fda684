import type { GraphError } from './graph-error.ts'
import { graphError } from './graph-error.ts'
import { listIn, objectIn } from './read-json.ts'
import type { Json } from './types.ts'

type Complaint = string | undefined

/** The first limit of interactive messages this one breaks, or nothing. */
export function checkInteractive(interactive: Json): GraphError | undefined {
  const complaint = complaintAbout(interactive)
  return complaint === undefined ? undefined : graphError(131009, complaint)
}

const kinds: Readonly<Record<string, (action: Json) => Complaint>> = {
  button: (action) => buttons(listIn(action, 'buttons')),
  list,
  cta_url: link,
  location_request_message: ({ name }) => (name === 'send_location' ? undefined : 'action.name must be send_location.'),
}

function complaintAbout(interactive: Json): Complaint {
  const { type, header } = interactive
  if (typeof type !== 'string') return 'interactive.type is required.'
  const checkAction = kinds[type]
  if (header !== undefined && objectIn(interactive, 'header').type === undefined) return 'header.type is required.'
  return (
    text('interactive.body.text', objectIn(interactive, 'body').text, type === 'list' ? 4096 : 1024) ??
    optional('interactive.footer.text', objectIn(interactive, 'footer').text, 60) ??
    optional('interactive.header.text', objectIn(interactive, 'header').text, 60) ??
    checkAction?.(objectIn(interactive, 'action'))
  )
}

function buttons(all: Json[]): Complaint {
  if (all.length < 1 || all.length > 3) return 'Between 1 and 3 buttons are allowed.'
  const replies = all.map((button) => objectIn(button, 'reply'))
  return (
    different(replies, 'title', 'Button titles') ??
    different(replies, 'id', 'Button ids') ??
    first(replies, (reply) => text('Button title', reply.title, 20) ?? text('Button id', reply.id, 256))
  )
}

function list(action: Json): Complaint {
  const sections = listIn(action, 'sections')
  const rows = sections.flatMap((section) => listIn(section, 'rows'))
  if (rows.length < 1 || rows.length > 10) return 'A list has between 1 and 10 rows.'
  if (sections.length > 1 && sections.some(({ title }) => !title)) return 'Section titles are required.'
  return (
    text('List button', action.button, 20) ??
    first(sections, ({ title }) => optional('Section title', title, 24)) ??
    different(rows, 'id', 'Row ids') ??
    first(
      rows,
      (row) =>
        text('Row title', row.title, 24) ??
        text('Row id', row.id, 200) ??
        optional('Row description', row.description, 72),
    )
  )
}

function link(action: Json): Complaint {
  const { display_text: title, url } = objectIn(action, 'parameters')
  if (action.name !== 'cta_url') return 'action.name must be cta_url.'
  if (typeof url !== 'string' || !/^https?:/.test(url) || !URL.canParse(url)) return 'The url is not valid.'
  return text('Button display_text', title, 20)
}

function different(all: Json[], key: string, name: string): Complaint {
  return new Set(all.map((one) => one[key])).size < all.length ? `${name} must be different.` : undefined
}

function first(all: Json[], complain: (one: Json) => Complaint): Complaint {
  for (const one of all) {
    const complaint = complain(one)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

function text(name: string, value: unknown, most: number): Complaint {
  if (typeof value !== 'string' || value === '') return `${name} is required.`
  return [...value].length > most ? `${name} must be at most ${most} characters long.` : undefined
}

function optional(name: string, value: unknown, most: number): Complaint {
  return value === undefined ? undefined : text(name, value, most)
}
