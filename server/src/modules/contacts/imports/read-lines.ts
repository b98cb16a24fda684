import { setImmediate as breathe } from 'node:timers/promises'
import type { Field } from '../fields/field.ts'
import { excerptOf, type Fault } from './faults.ts'
import type { Plan } from './plan.ts'
import { type LinePerson, readLine } from './read-line.ts'
import { recordsOf } from './records.ts'

export type ReadLine = { readonly line: number } & ({ readonly person: LinePerson } | { readonly fault: Fault })

const atOnce = 500

/**
 * All lines of a list below its head, each read or refused. A line that repeats a number or an address of an earlier one is
 * refused as its duplicate, so what a line means does not depend on where a stopped import goes on.
 */
export async function readLines(
  list: { text: string; delimiter: string },
  plan: Plan,
  fields: readonly Field[],
): Promise<ReadLine[]> {
  const lines: ReadLine[] = []
  const seen = new Map<string, number>()
  let isHead = plan.hasHeader
  for (const { line, cells, text } of recordsOf(list.text, list.delimiter)) {
    if (cells && !cells.some((cell) => cell.trim() !== '')) continue
    if (isHead) {
      isHead = false
      continue
    }
    const read: LinePerson | Fault = cells
      ? readLine(cells, plan, fields)
      : { code: 'broken_quotes', excerpt: excerptOf(text) }
    lines.push('code' in read ? { line, fault: read } : unlessSeen(seen, line, read))
    // Others wait for this process too.
    if (lines.length % atOnce === 0) await breathe()
  }
  return lines
}

function unlessSeen(seen: Map<string, number>, line: number, person: LinePerson): ReadLine {
  const keys = [
    ...person.known.map(({ kind, matchKey }) => ({ key: `${kind} ${matchKey}`, excerpt: matchKey })),
    ...(person.id === undefined ? [] : [{ key: `id ${person.id}`, excerpt: person.id }]),
  ]
  for (const { key, excerpt } of keys) {
    const first = seen.get(key)
    if (first !== undefined) return { line, fault: { code: 'duplicate_line', about: `${first}`, excerpt } }
  }
  for (const { key } of keys) seen.set(key, line)
  return { line, person }
}
