import type { Field as Definition } from '../../../lib/api-types.ts'
import { Field, Select } from '../../../ui/field.tsx'

/** Where a value is entered, by the kind of the field; in a form under the name `fields.` and its id. */
export function FieldInput({ field, value }: { field: Definition; value: string }) {
  const { id, name: label, kind } = field
  const common = { label, name: `fields.${id}`, defaultValue: value }
  if (kind === 'choice' || kind === 'yes_no') return <Select {...common} options={optionsOf(field, value)} />
  if (kind === 'date') return <Field {...common} type="date" />
  return (
    <Field {...common} autoComplete="off" maxLength={500} {...(kind === 'number' ? { inputMode: 'decimal' } : {})} />
  )
}

/** What may be chosen, with what is there although it may be chosen no more. */
export function optionsOf({ kind, choices }: Definition, value: string): { value: string; label: string }[] {
  const nothing = { value: '', label: '–' }
  if (kind === 'yes_no') return [nothing, { value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]
  const all = value === '' || choices.includes(value) ? choices : [...choices, value]
  return [nothing, ...all.map((choice) => ({ value: choice, label: choice }))]
}
