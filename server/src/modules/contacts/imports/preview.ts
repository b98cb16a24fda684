import type { Field } from '../fields/field.ts'
import { guessByContent, guessByHead, looksLikeHeader, onlyOnce } from './guess.ts'
import { mostColumns, type Plan, type Target } from './plan.ts'
import { recordsOf } from './records.ts'
import { NotAList } from './refusals.ts'

const shown = 5
const longestSample = 100

interface List {
  readonly text: string
  readonly delimiter: string
}

/** What a list seems to hold, by its head and its first lines; refuses a list of nothing. */
export function previewOf(list: List, { fields, country }: { fields: readonly Field[]; country: string }): Plan {
  const [first = [], ...rest] = firstLines(list)
  const hasHeader = looksLikeHeader(first, fields, country)
  const named = columnsOf(first, rest, hasHeader)
  if (hasHeader && rest.length === 0)
    throw new NotAList('no_lines', 'This file names its columns, but there are no lines below.')
  const targets = onlyOnce(
    named.map(({ name, samples }) =>
      hasHeader ? (guessByHead(name, fields) ?? 'ignore') : guessByContent(samples, country),
    ),
  )
  return { columns: withTargets(named, targets), hasHeader, policy: 'fill', country }
}

/** The columns again, when somebody says whether the first line is a head and what each column is. */
export function replan(list: List, wish: { targets: readonly Target[]; hasHeader: boolean }): Plan['columns'] {
  const [first = [], ...rest] = firstLines(list)
  return withTargets(columnsOf(first, rest, wish.hasHeader), wish.targets)
}

function firstLines({ text, delimiter }: List): (readonly string[])[] {
  const found: (readonly string[])[] = []
  for (const { cells } of recordsOf(text.slice(0, 400_000), delimiter)) {
    if (cells?.some((cell) => cell.trim() !== '')) found.push(cells)
    if (found.length > shown) break
  }
  if (found.length === 0) throw new NotAList('not_csv', 'No line of this file can be read as a list.')
  if ((found[0]?.length ?? 0) > mostColumns)
    throw new NotAList('too_many_columns', `This list has more than ${mostColumns} columns.`)
  return found
}

type Named = Omit<Plan['columns'][number], 'target'>

function columnsOf(first: readonly string[], rest: readonly (readonly string[])[], hasHeader: boolean): Named[] {
  const lines = (hasHeader ? rest : [first, ...rest]).slice(0, shown)
  return first.map((head, at) => ({
    name: (hasHeader && head.trim().replaceAll('\u0000', '').slice(0, longestSample)) || `Column ${at + 1}`,
    samples: lines.map((cells) => (cells[at] ?? '').replaceAll('\u0000', '').slice(0, longestSample).toWellFormed()),
  }))
}

function withTargets(columns: readonly Named[], targets: readonly Target[]): Plan['columns'] {
  return columns.map((column, at) => ({ ...column, target: targets[at] ?? 'ignore' }))
}
