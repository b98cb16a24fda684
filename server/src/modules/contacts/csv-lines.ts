import { stringify } from 'csv-stringify/sync'

/** A byte order mark: without it spreadsheets take UTF-8 for something older. */
export const byteOrderMark = '\uFEFF'

/** Lines of a CSV file after RFC 4180, in which no cell can begin a formula when a spreadsheet opens it. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(guarded)),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  )
}

/** Several labels in one cell; a sign in a label that would part them is written with a backslash before it. */
export function joinLabels(labels: readonly string[]): string {
  return labels.map((label) => label.replace(/[\\;|]|:::/g, '\\$&')).join('; ')
}

/** The labels of a cell: parted by semicolons, bars or new lines, or as Google writes them. */
export function splitLabels(cell: string): string[] {
  const parts = cell.match(/(?:\\.|(?! ::: )[^;|\n\\])+/g) ?? []
  return parts
    .map((part) =>
      part
        .replace(/^ ::: /, '')
        .trim()
        .replace(/\\(.)/g, '$1'),
    )
    .filter((label) => label !== '')
}

/** An apostrophe in front makes it text; where one stands before already, one more keeps it. The import takes one away again. */
function guarded(cell: string): string {
  return /^\s*'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
