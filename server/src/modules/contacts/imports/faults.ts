/** Why a line is not taken. */
export const faultCodes = [
  'broken_quotes',
  'too_many_columns',
  'too_few_columns',
  'unreadable',
  'formula',
  'invalid_phone',
  'shortened_number',
  'invalid_email',
  'too_long',
  'too_many_labels',
  'invalid_value',
  'nobody',
  'unknown_id',
  'duplicate_line',
  'two_contacts',
] as const
export type FaultCode = (typeof faultCodes)[number]

export interface Fault {
  readonly code: FaultCode
  /** The column it stands in, by name. */
  readonly column?: string
  readonly excerpt?: string
  /** What the sentence needs besides, such as the line that came first. */
  readonly about?: string
}

const longestExcerpt = 80

/** The beginning of what a cell holds, as it can be shown and kept. */
export function excerptOf(text: string): string {
  const letters = Array.from(text.replaceAll('\u0000', '\uFFFD').toWellFormed().slice(0, 400))
  return letters.length > longestExcerpt ? `${letters.slice(0, longestExcerpt - 1).join('')}…` : letters.join('')
}

/** Why, and what helps, for the person who mends the file. */
export function sentenceOf(code: FaultCode, about: string | null): string {
  switch (code) {
    case 'broken_quotes':
      return 'The quotation marks in this line do not match. Close each one, or take them away.'
    case 'too_many_columns':
      return `This line has more cells than there are columns (${about}). Put cells that hold the separator in quotation marks.`
    case 'too_few_columns':
      return `This line has fewer cells than there are columns (${about}).`
    case 'unreadable':
      return 'This cell holds signs that are no text. Type it again.'
    case 'formula':
      return 'This cell begins like a formula. Write the text itself.'
    case 'invalid_phone':
      return 'This is no phone number. Write it with its country code, such as +34 612 345 678.'
    case 'shortened_number':
      return 'A spreadsheet has shortened this number, and its last digits are lost. Format the column as text and enter it again.'
    case 'invalid_email':
      return 'This is no e-mail address.'
    case 'too_long':
      return `This is longer than the ${about} characters there is room for.`
    case 'too_many_labels':
      return `A person stands under at most ${about} labels.`
    case 'invalid_value':
      return about ?? 'This field does not take this value.'
    case 'nobody':
      return 'This line has neither a phone number nor an e-mail address, so nobody could be found by it again.'
    case 'unknown_id':
      return 'Nobody here has this Frontdesk ID, and the line has neither a phone number nor an e-mail address.'
    case 'duplicate_line':
      return `Line ${about} has the same number or address already.`
    case 'two_contacts':
      return `This line names two different people: ${about}. Merge them first, or split the line.`
    default: {
      const never: never = code
      return never
    }
  }
}
