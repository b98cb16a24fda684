import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { Field as Definition } from '../../../lib/api-types.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { ChoicesField, choicesOf } from './new-field.tsx'
import { kindWords } from './say-value.ts'
import { useChangeField } from './use-field-acts.ts'

interface FieldRowProps {
  slug: string
  field: Definition
  /** Where it stands, among how many; archived ones stand nowhere. */
  place: number
  of: number
  isAllowed: boolean
}

/** One field: moved, renamed, archived, taken back. */
export function FieldRow({ slug, field, place, of, isAllowed }: FieldRowProps) {
  const change = useChangeField(slug, field.id)
  const [isEditing, setEditing] = useState(false)
  const isArchived = field.archivedAt !== null
  if (isEditing) {
    return (
      <li className="py-3">
        <Form
          label={`Change ${field.name}`}
          error={change.error}
          onSubmit={({ name = '', choices }) =>
            change.mutate(
              { name, ...(choices === undefined ? {} : { choices: choicesOf(choices) }) },
              { onSuccess: () => setEditing(false) },
            )
          }
        >
          <Field label="Name" name="name" defaultValue={field.name} autoComplete="off" autoFocus />
          {field.kind === 'choice' && <ChoicesField value={field.choices.join('\n')} />}
          <div className="flex justify-end gap-2">
            <Button tone="quiet" onClick={() => setEditing(false)}>
              Cancel
            </Button>
            <Button type="submit" busy={change.isPending}>
              Save
            </Button>
          </div>
        </Form>
      </li>
    )
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3">
      <div className="min-w-40 flex-1">
        <div className="truncate font-semibold">{field.name}</div>
        <div className="truncate text-sm text-ink-soft">
          {kindWords[field.kind]}
          {field.choices.length > 0 && `: ${field.choices.join(', ')}`}
        </div>
      </div>
      {isAllowed && (
        <div className="flex items-center">
          {!isArchived && (
            <>
              <IconButton
                label={`Move ${field.name} up`}
                disabled={place === 0 || change.isPending}
                onClick={() => change.mutate({ place: place - 1 })}
              >
                <ArrowUp aria-hidden className="size-4" />
              </IconButton>
              <IconButton
                label={`Move ${field.name} down`}
                disabled={place >= of - 1 || change.isPending}
                onClick={() => change.mutate({ place: place + 1 })}
              >
                <ArrowDown aria-hidden className="size-4" />
              </IconButton>
              <Button tone="quiet" size="small" aria-label={`Change ${field.name}`} onClick={() => setEditing(true)}>
                Change
              </Button>
            </>
          )}
          <Button
            tone="quiet"
            size="small"
            aria-label={`${isArchived ? 'Take back' : 'Archive'} ${field.name}`}
            busy={change.isPending}
            onClick={() => change.mutate({ archived: !isArchived })}
          >
            {isArchived ? 'Take back' : 'Archive'}
          </Button>
        </div>
      )}
      {change.error && (
        <p role="alert" className="w-full text-xs text-red">
          {Object.values('fields' in change.error ? (change.error.fields as object) : {})[0] ?? change.error.message}
        </p>
      )}
    </li>
  )
}
