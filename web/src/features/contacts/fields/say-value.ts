import type { Field } from '../../../lib/api-types.ts'

/** A value as people read it. */
export function sayValue({ kind }: Pick<Field, 'kind'>, value: string): string {
  if (kind === 'yes_no') return value === 'yes' ? 'Yes' : 'No'
  if (kind === 'date')
    return new Date(`${value}T00:00:00Z`).toLocaleDateString(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
  if (kind === 'number') return Number(value).toLocaleString(undefined, { maximumFractionDigits: 6 })
  return value
}

export const kindWords: Readonly<Record<Field['kind'], string>> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
  yes_no: 'Yes or no',
}
