/** One `{{ … }}` of a text. */
export interface Placeholder {
  /** As it stands there, braces and all. */
  readonly raw: string
  readonly at: number
  /** What it begins with; null when that is no name of a variable. */
  readonly variable: string | null
  readonly hasFilters: boolean
}

/** The placeholders of a text in their order. */
export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(/\{\{-?(.*?)-?\}\}/gs)].map((found) => {
    const [, name, filters] = /^\s*([a-z][a-z0-9_]*)\s*(\|.*)?$/s.exec(found[1] ?? '') ?? []
    return { raw: found[0], at: found.index, variable: name ?? null, hasFilters: filters !== undefined }
  })
}

/** The variables a text can't do without. What stands in a condition may be missing: that is what the condition asks. */
export function neededBy(text: string): string[] {
  const asked = new Set(
    [...text.matchAll(/\{%(.*?)%\}/gs)].flatMap(([, tag = '']) => tag.match(/[a-z][a-z0-9_]*/g) ?? []),
  )
  const shown = placeholdersIn(text).flatMap(({ raw, variable }) =>
    variable === null || asked.has(variable) || /\|\s*default\s*:/.test(raw) ? [] : [variable],
  )
  return [...new Set(shown)]
}
