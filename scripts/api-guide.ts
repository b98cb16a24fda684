// When: by npm run types.
// What: writes the table of problem codes in docs/guides/api.md from the codes themselves.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemCodes } from '../server/src/http/openapi/problem-codes.ts'
import { root } from './steps.ts'

const guide = join(root, 'docs/guides/api.md')

export function renewGuide(): void {
  const cells = Object.entries(problemCodes)
    .map(([code, { status, meaning }]) => [`\`${code}\``, String(status), meaning])
    .sort(
      ([one = '', first = ''], [other = '', second = '']) => first.localeCompare(second) || one.localeCompare(other),
    )
  const rows = [['code', 'status', 'meaning'], ...cells]
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[], fill = ' ') =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(' | ')} |`
  const table = [line(rows[0] ?? []), line(['', '', ''], '-'), ...cells.map((row) => line(row))].join('\n')
  const text = readFileSync(guide, 'utf8')
  writeFileSync(
    guide,
    text.replace(/^\| code +\| status +\|.*\n(\|.*\n)*/m, () => `${table}\n`),
  )
}
