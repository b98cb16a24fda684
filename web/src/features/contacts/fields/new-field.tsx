import { useId, useState } from 'react'
import type { Field as Definition } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { Field, inputClass, Select } from '../../../ui/field.tsx'
import { Form, useFieldError } from '../../../ui/form.tsx'
import { kindWords } from './say-value.ts'
import { useDefineField } from './use-field-acts.ts'

/** Adds a field; its kind stays what it is. */
export function NewFieldForm({ slug, onDone }: { slug: string; onDone: () => void }) {
  const define = useDefineField(slug)
  const [kind, setKind] = useState<Definition['kind']>('text')
  return (
    <section aria-label="New field" className="mb-8 rounded-lg border border-line bg-surface p-4">
      <Form
        label="New field"
        error={define.error}
        onSubmit={({ name = '', choices }) =>
          define.mutate(
            { name, kind, ...(kind === 'choice' ? { choices: choicesOf(choices ?? '') } : {}) },
            { onSuccess: onDone },
          )
        }
      >
        <Field label="Name" name="name" placeholder="Birthday" autoComplete="off" autoFocus />
        <Select
          label="Kind"
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.target.value as Definition['kind'])}
          options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
          hint="It can’t be changed later."
        />
        {kind === 'choice' && <ChoicesField value="" />}
        <div className="flex justify-end gap-2">
          <Button tone="quiet" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" tone="primary" busy={define.isPending}>
            Add the field
          </Button>
        </div>
      </Form>
    </section>
  )
}

/** The choices, one a line. */
export function ChoicesField({ value }: { value: string }) {
  const id = useId()
  const error = useFieldError('choices')
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        Choices
      </label>
      <textarea
        id={id}
        name="choices"
        rows={5}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-below`}
        className={cx(inputClass, 'resize-y py-2')}
      />
      <p id={`${id}-below`} className={cx('text-xs', error ? 'text-red' : 'text-ink-soft')}>
        {error ?? 'One a line.'}
      </p>
    </div>
  )
}

export function choicesOf(text: string): string[] {
  return text
    .split('\n')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')
}
