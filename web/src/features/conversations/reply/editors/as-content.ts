import type { Interactive } from '../../../../lib/api-types.ts'

const pending = '…'

export interface BegunButtons {
  heading: string
  text: string
  smallPrint: string
  titles: string[]
}

/** Buttons as they are sent. Their titles are their ids: both have to be different. */
export function buttonsOf({ heading, text, smallPrint, titles }: BegunButtons): Interactive {
  const buttons = written(titles).map((title) => ({ type: 'reply' as const, reply: { id: title, title } }))
  return { type: 'button', ...frame({ heading, text, smallPrint }), action: { buttons } }
}

export interface BegunRow {
  title: string
  description: string
}

export interface BegunList {
  heading: string
  text: string
  smallPrint: string
  button: string
  sections: { title: string; rows: BegunRow[] }[]
}

/** A list as it is sent: without rows and sections nothing was written into. */
export function listOf({ heading, text, smallPrint, button, sections }: BegunList): Interactive {
  const filled = sections.flatMap(({ title, rows }, no) => {
    const own = rows.flatMap(({ title: row, description }, rowNo) =>
      row.trim() ? [{ id: `${no + 1}.${rowNo + 1}`, title: row.trim(), ...optional('description', description) }] : [],
    )
    return own.length > 0 ? [{ ...optional('title', title), rows: own }] : []
  })
  const action = { button: button.trim() || pending, sections: filled }
  return { type: 'list', ...frame({ heading, text, smallPrint }), action }
}

/** A button that opens a page, as it is sent. */
export function linkOf({ text, title, url }: { text: string; title: string; url: string }): Interactive {
  const parameters = { display_text: title.trim() || pending, url: url.trim() }
  return { type: 'cta_url', body: { text: text.trim() || pending }, action: { name: 'cta_url', parameters } }
}

/** A request for a place, as it is sent. */
export function placeRequestOf(text: string): Interactive {
  return {
    type: 'location_request_message',
    body: { text: text.trim() || pending },
    action: { name: 'send_location' },
  }
}

function frame({ heading, text, smallPrint }: { heading: string; text: string; smallPrint: string }) {
  return {
    ...(heading.trim() ? { header: { type: 'text' as const, text: heading.trim() } } : {}),
    body: { text: text.trim() || pending },
    ...(smallPrint.trim() ? { footer: { text: smallPrint.trim() } } : {}),
  }
}

function optional<Key extends string>(key: Key, value: string): { [K in Key]?: string } {
  return (value.trim() ? { [key]: value.trim() } : {}) as { [K in Key]?: string }
}

/** What was written, without empty ones. */
export function written(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}
