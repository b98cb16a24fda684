import { Plus, Trash2 } from 'lucide-react'
import type { TemplateVariable } from '../../lib/api-types.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { inputClass } from '../../ui/field.tsx'

const types: readonly TemplateVariable['type'][] = ['text', 'name', 'date', 'time', 'money', 'url']

interface VariablesFieldsProps {
  variables: TemplateVariable[]
  onChange: (variables: TemplateVariable[]) => void
  problemAt: (path: string) => string | undefined
  disabled: boolean
}

/** The variables of a template: name, type, and an example each. */
export function VariablesFields({ variables, onChange, problemAt, disabled }: VariablesFieldsProps) {
  const set = (at: number, change: Partial<TemplateVariable>) =>
    onChange(variables.map((one, other) => (other === at ? { ...one, ...change } : one)))
  return (
    <details className="rounded-md border border-line px-4 py-3">
      <summary className="text-sm font-medium">Variables ({variables.length})</summary>
      <ul className="mt-3 flex flex-col gap-3">
        {variables.map((variable, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: its name changes while it is typed
          <li key={at}>
            <div className="flex flex-wrap gap-2">
              <input
                aria-label={`Name of variable ${at + 1}`}
                value={variable.name}
                maxLength={40}
                disabled={disabled}
                onChange={(event) => set(at, { name: event.target.value.toLowerCase().replace(/[^a-z0-9_]/g, '_') })}
                className={cx(inputClass, 'h-9 min-w-28 flex-1')}
              />
              <span className="w-24">
                <select
                  aria-label={`Type of variable ${at + 1}`}
                  value={variable.type}
                  disabled={disabled}
                  onChange={(event) => set(at, { type: event.target.value as TemplateVariable['type'] })}
                  className={cx(inputClass, 'h-9 px-2')}
                >
                  {types.map((type) => (
                    <option key={type}>{type}</option>
                  ))}
                </select>
              </span>
              <input
                aria-label={`Example of variable ${at + 1}`}
                value={variable.example}
                maxLength={200}
                disabled={disabled}
                onChange={(event) => set(at, { example: event.target.value })}
                className={cx(inputClass, 'h-9 min-w-36 flex-1')}
              />
              {!disabled && (
                <IconButton
                  label={`Remove variable ${variable.name}`}
                  onClick={() => onChange(variables.filter((_, other) => other !== at))}
                >
                  <Trash2 aria-hidden className="size-4" />
                </IconButton>
              )}
            </div>
            <p role="status" className="mt-1 text-xs text-red">
              {problemAt(`variables.${at}.name`) ?? problemAt(`variables.${at}.example`)}
            </p>
          </li>
        ))}
      </ul>
      {!disabled && (
        <Button
          size="small"
          onClick={() => onChange([...variables, { name: `value_${variables.length + 1}`, type: 'text', example: '' }])}
        >
          <Plus aria-hidden className="size-4" /> Add a variable
        </Button>
      )}
    </details>
  )
}
