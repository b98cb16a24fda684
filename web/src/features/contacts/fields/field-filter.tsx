import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDebounced } from '../../../lib/use-debounced.ts'
import { cx } from '../../../ui/cx.ts'
import { inputClass } from '../../../ui/field.tsx'
import { fieldsQuery } from '../queries.ts'
import { optionsOf } from './field-input.tsx'

interface Said {
  field: string
  value: string
}

interface FieldFilterProps {
  slug: string
  said: Said
  onChange: (said: Said) => void
}

/** Narrows the list to the people of whom one field says exactly this; not there before there are fields. */
export function FieldFilter({ slug, said, onChange }: FieldFilterProps) {
  const fields = (useQuery(fieldsQuery(slug)).data ?? []).filter(({ archivedAt }) => archivedAt === null)
  const field = fields.find(({ id }) => id === said.field)
  if (fields.length === 0) return null
  const isChosen = field?.kind === 'choice' || field?.kind === 'yes_no'
  return (
    <div className="flex gap-2">
      <select
        aria-label="Field"
        value={said.field}
        onChange={(event) => onChange({ field: event.target.value, value: '' })}
        className={cx(inputClass, 'h-8 min-w-0 flex-1 px-2')}
      >
        <option value="">Any field</option>
        {fields.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {field && isChosen && (
        <select
          aria-label={`${field.name} is`}
          value={said.value}
          onChange={(event) => onChange({ field: field.id, value: event.target.value })}
          className={cx(inputClass, 'h-8 min-w-0 flex-1 px-2')}
        >
          {optionsOf(field, said.value).map(({ value, label }) => (
            <option key={value} value={value}>
              {value === '' ? 'Anything' : label}
            </option>
          ))}
        </select>
      )}
      {field && !isChosen && (
        <TypedValue
          key={field.id}
          label={`${field.name} is`}
          isDate={field.kind === 'date'}
          onChange={(value) => onChange({ field: field.id, value })}
        />
      )}
    </div>
  )
}

function TypedValue({
  label,
  isDate,
  onChange,
}: {
  label: string
  isDate: boolean
  onChange: (value: string) => void
}) {
  const [typed, setTyped] = useState('')
  const value = useDebounced(typed.trim())
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed tells; who listens is new at each look
  useEffect(() => onChange(value), [value])
  return (
    <input
      aria-label={label}
      placeholder={isDate ? undefined : 'is exactly …'}
      type={isDate ? 'date' : 'text'}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      className={cx(inputClass, 'h-8 min-w-0 flex-1 px-2')}
    />
  )
}
