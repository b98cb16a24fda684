import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Contact, Field } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { fieldsQuery } from '../queries.ts'
import { useChangeContact } from '../use-contact-acts.ts'
import { FieldInput } from './field-input.tsx'
import { sayValue } from './say-value.ts'

interface FieldValuesProps {
  slug: string
  contact: Contact
  /** What stands around them; nothing where this business asks for nothing. */
  part: (values: ReactNode) => ReactNode
}

/** What the fields of this business say about a person; all are changed in one go. */
export function FieldValues({ slug, contact, part }: FieldValuesProps) {
  const fields = (useQuery(fieldsQuery(slug)).data ?? []).filter(({ archivedAt }) => archivedAt === null)
  const [isEditing, setEditing] = useState(false)
  const change = useChangeContact(slug, contact.id)
  if (fields.length === 0) return null
  const said = new Map(contact.fields.map(({ fieldId, value }) => [fieldId, value]))
  if (!isEditing) return part(<Said fields={fields} said={said} onEdit={() => setEditing(true)} />)

  const save = (typed: Record<string, string>) => {
    const values = fields.flatMap(({ id }) => {
      const value = typed[`fields.${id}`]?.trim() ?? ''
      return value === (said.get(id) ?? '') ? [] : [[id, value || null] as const]
    })
    change.mutate({ fields: Object.fromEntries(values) }, { onSuccess: () => setEditing(false) })
  }
  return part(
    <Form label="More about them" error={change.error} onSubmit={save} className="flex flex-col gap-3">
      {fields.map((field) => (
        <FieldInput key={field.id} field={field} value={said.get(field.id) ?? ''} />
      ))}
      <div className="flex justify-end gap-2">
        <Button tone="quiet" size="small" onClick={() => setEditing(false)}>
          Cancel
        </Button>
        <Button type="submit" size="small" busy={change.isPending}>
          Save
        </Button>
      </div>
    </Form>,
  )
}

interface SaidProps {
  fields: readonly Field[]
  said: ReadonlyMap<string, string>
  onEdit: () => void
}

function Said({ fields, said, onEdit }: SaidProps) {
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {fields.map((field) => (
          <div key={field.id} className="contents">
            <dt className="max-w-40 truncate text-ink-soft">{field.name}</dt>
            <dd className="figures break-words">
              {said.has(field.id) ? (
                sayValue(field, said.get(field.id) ?? '')
              ) : (
                <span className="text-ink-soft">–</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Button size="small" className="self-start" onClick={onEdit}>
        Fill in
      </Button>
    </div>
  )
}
