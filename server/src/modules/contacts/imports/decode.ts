import { NotAList } from './refusals.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const save = 'Open it and save it as CSV, then upload that file.'
const signatures: readonly (readonly [hex: string, code: 'spreadsheet' | 'not_csv', sentence: string])[] = [
  ['504b0304', 'spreadsheet', `This is an Excel workbook or another packed file. ${save}`],
  ['d0cf11e0', 'spreadsheet', `This is an old Excel workbook. ${save}`],
  ['25504446', 'not_csv', 'This is a PDF, not a list in CSV.'],
  ['1f8b', 'not_csv', 'This file is compressed. Unpack it and upload the CSV file inside.'],
  ['89504e47', 'not_csv', 'This is a picture, not a list in CSV.'],
  ['ffd8ff', 'not_csv', 'This is a picture, not a list in CSV.'],
]

/** What the bytes of a file say, in whichever way it was saved; refuses what is no text. */
export function decode(bytes: Buffer): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes)
  const text = decodeAs(bytes, encoding)
  if (text.trim() === '') throw new NotAList('empty_file', 'This file is empty.')
  const odd = text.slice(0, 100_000).match(oddSigns)?.length ?? 0
  if (odd > Math.min(text.length, 100_000) / 20)
    throw new NotAList('not_csv', 'This is no text file. Upload a list saved as CSV.')
  return { text, encoding }
}

/** The same bytes again, under the encoding that was found then. */
export function decodeAs(bytes: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes)
}

// Control characters that no list has. A NUL here and there is one broken line, not a broken file.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const oddSigns = /[\u0001-\u0008\u000e-\u001f\u0081\u008d\u008f\u0090\u009d\ufffd]/g

function encodingOf(bytes: Buffer): Encoding {
  const start = bytes.subarray(0, 8).toString('hex')
  for (const [hex, code, sentence] of signatures) if (start.startsWith(hex)) throw new NotAList(code, sentence)
  if (start.startsWith('efbbbf')) return 'utf-8'
  if (start.startsWith('fffe')) return 'utf-16le'
  if (start.startsWith('feff')) return 'utf-16be'
  return withoutMark(bytes)
}

/** Half of the bytes of Western text in UTF-16 are NUL, all on the same side. */
function withoutMark(bytes: Buffer): Encoding {
  const sample = bytes.subarray(0, 4_096)
  const nuls = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  if (odd > sample.length / 5 && even < sample.length / 50) return 'utf-16le'
  if (even > sample.length / 5 && odd < sample.length / 50) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
