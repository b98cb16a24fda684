import { parse } from 'csv-parse/sync'

/** One line of a list; without cells where its quotes do not match. `line` counts as an editor does, from 1. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[] | null
  readonly text: string
}

const atOnce = 500
const mostLinesInACell = 5_000

/**
 * The lines of a list that are not blank. A quote that is never closed costs its own line and no other: before a cell may
 * reach over several lines, they must make up one well-formed record together.
 */
export function* recordsOf(text: string, delimiter: string): Generator<CsvRecord> {
  const lines = text.split(/\r\n|\n|\r/)
  if (/^sep=.$/i.test(lines[0] ?? '')) lines[0] = ''
  let plain: number[] = []
  let at = 0
  while (at < lines.length) {
    if (quotesIn(lines[at]) % 2 === 0) {
      if (lines[at]?.trim()) plain.push(at)
      at++
      if (plain.length < atOnce) continue
    }
    yield* together(lines, plain, delimiter)
    plain = []
    if (at >= lines.length || quotesIn(lines[at]) % 2 === 0) continue
    const { record, next } = overSeveral(lines, at, delimiter)
    yield record
    at = next
  }
  yield* together(lines, plain, delimiter)
}

function quotesIn(line = ''): number {
  let found = 0
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) found++
  return found
}

/** Many lines in one go; should one of them be malformed, each by itself. */
function* together(lines: readonly string[], wanted: readonly number[], delimiter: string): Generator<CsvRecord> {
  const texts = wanted.map((at) => lines[at] ?? '')
  const parsed = cellsOf(texts.join('\n'), delimiter)
  const isWhole = parsed?.length === wanted.length
  for (const [index, at] of wanted.entries()) {
    const text = texts[index] ?? ''
    yield { line: at + 1, cells: (isWhole ? parsed[index] : cellsOf(text, delimiter)?.[0]) ?? null, text }
  }
}

function overSeveral(lines: readonly string[], start: number, delimiter: string): { record: CsvRecord; next: number } {
  let end = start + 1
  while (end < lines.length && end - start < mostLinesInACell && quotesIn(lines[end]) % 2 === 0) end++
  const text = lines.slice(start, end + 1).join('\n')
  const parsed = end < lines.length && quotesIn(lines[end]) % 2 === 1 ? cellsOf(text, delimiter) : undefined
  if (parsed?.length === 1) return { record: { line: start + 1, cells: parsed[0] ?? null, text }, next: end + 1 }
  return { record: { line: start + 1, cells: null, text: lines[start] ?? '' }, next: start + 1 }
}

function cellsOf(text: string, delimiter: string): string[][] | undefined {
  if (text === '') return []
  try {
    return parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n' })
  } catch {
    return undefined
  }
}

/** The sign between the cells: the one by which the first lines fall into the same number of cells, and into most. */
export function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (said && [',', ';', '\t'].includes(said)) return said
  const start = text.slice(0, 64_000)
  const scores = [',', ';', '\t'].map((delimiter) => {
    const widths: number[] = []
    for (const { cells } of recordsOf(start, delimiter)) {
      if (cells) widths.push(cells.length)
      if (widths.length === 30) break
    }
    const [first = 0] = widths
    const alike = widths.filter((width) => width === first).length / (widths.length || 1)
    return { delimiter, score: first > 1 ? alike * 100 + Math.min(first, 50) : 0 }
  })
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter
}
