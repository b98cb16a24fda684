import type { GraphError } from './graph-error.ts'
import { graphError } from './graph-error.ts'
import { listIn, objectIn } from './read-json.ts'
import type { Json } from './types.ts'

/** The first limit of interactive messages this one breaks, or nothing. */
export function checkInteractive(interactive: Json): GraphError | undefined {
  const complaint = complaintAbout(interactive)
  return complaint === undefined ? undefined : graphError(131009, complaint)
}

function complaintAbout(interactive: Json): string | undefined {
  const { type } = interactive
  if (typeof type !== 'string') return 'interactive.type is required.'
  const action = objectIn(interactive, 'action')
  return (
    text('interactive.body.text', objectIn(interactive, 'body').text, 1024) ??
    optional('interactive.footer.text', objectIn(interactive, 'footer').text, 60) ??
    optional('interactive.header.text', objectIn(interactive, 'header').text, 60) ??
    (type === 'button' ? buttons(listIn(action, 'buttons')) : undefined) ??
    (type === 'list' ? list(action) : undefined)
  )
}

function buttons(all: Json[]): string | undefined {
  if (all.length < 1 || all.length > 3) return 'Between 1 and 3 buttons are allowed.'
  const replies = all.map((button) => objectIn(button, 'reply'))
  if (new Set(replies.map((reply) => reply.title)).size < all.length) return 'Button titles must be different.'
  return first(replies, (reply) => text('Button title', reply.title, 20) ?? text('Button id', reply.id, 256))
}

function list(action: Json): string | undefined {
  const rows = listIn(action, 'sections').flatMap((section) => listIn(section, 'rows'))
  if (rows.length < 1 || rows.length > 10) return 'A list has between 1 and 10 rows.'
  return (
    text('List button', action.button, 20) ??
    first(
      rows,
      (row) =>
        text('Row title', row.title, 24) ??
        text('Row id', row.id, 200) ??
        optional('Row description', row.description, 72),
    )
  )
}

function first(all: Json[], complain: (one: Json) => string | undefined): string | undefined {
  for (const one of all) {
    const complaint = complain(one)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

function text(name: string, value: unknown, most: number): string | undefined {
  if (typeof value !== 'string' || value === '') return `${name} is required.`
  return [...value].length > most ? `${name} must be at most ${most} characters long.` : undefined
}

function optional(name: string, value: unknown, most: number): string | undefined {
  return value === undefined ? undefined : text(name, value, most)
}
