/** What a saved reply may leave open, by its name; null is not known here. */
export type Known = Readonly<Record<'contact.name' | 'member.name' | 'workspace.name', string | null>>

const open = /\{\{\s*(contact\.name|member\.name|workspace\.name)\s*\}\}/gu

/** The text with what is known in its place. What is not stays open, to be filled in by hand. */
export function fillIn(text: string, known: Known): string {
  return text.replace(open, (braces, name: keyof Known) => known[name] ?? braces)
}

export interface Gap {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What still has to be filled in before the text can be sent, in its order. */
export function gapsIn(text: string): Gap[] {
  return [...text.matchAll(open)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}
