import { type ComponentProps, type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import { useFieldError } from './form.tsx'

/** The shape of a box to write in; 16 px on a phone, or the phone zooms in. */
export const boxClass =
  'w-full rounded-md border text-base text-ink placeholder:text-ink-soft -outline-offset-1 md:text-sm'

/** How a box to write in looks in a form. */
export const inputClass = `${boxClass} border-line-strong bg-surface px-3 aria-invalid:border-red disabled:opacity-60`

interface LabelledProps {
  label: string
  name: string
  hint?: ReactNode
}

interface FieldProps extends LabelledProps, Omit<ComponentProps<'input'>, 'name'> {
  /** Something beside the box, such as a button that fills it. */
  aside?: ReactNode
}

/** One line to fill in, with its name above, its hint or what is wrong with it below. */
export function Field({ label, name, hint, aside, className, ...input }: FieldProps) {
  return (
    <Labelled label={label} name={name} hint={hint}>
      {(described) => (
        <div className="flex gap-2">
          <input name={name} className={cx(inputClass, 'h-10 min-w-0', className)} {...described} {...input} />
          {aside}
        </div>
      )}
    </Labelled>
  )
}

interface SelectProps extends LabelledProps, Omit<ComponentProps<'select'>, 'name'> {
  options: readonly { value: string; label: string }[]
}

/** One choice out of many, by the platform's own list. */
export function Select({ label, name, hint, options, className, ...select }: SelectProps) {
  return (
    <Labelled label={label} name={name} hint={hint}>
      {(described) => (
        <select name={name} className={cx(inputClass, 'h-10', className)} {...described} {...select}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

interface Described {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

function Labelled({ label, name, hint, children }: LabelledProps & { children: (described: Described) => ReactNode }) {
  const id = useId()
  const error = useFieldError(name)
  const below = error ?? hint
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': below ? `${id}-below` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {below && (
        <p id={`${id}-below`} className={cx('text-xs', error ? 'text-red' : 'text-ink-soft')}>
          {below}
        </p>
      )}
    </div>
  )
}
