import { CircleAlert } from 'lucide-react'
import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useRef } from 'react'
import { restoreTyping } from './kept-typing.ts'

interface FormErrors {
  /** Field name → what is wrong with it. */
  fields: Readonly<Record<string, string>>
  /** What is wrong with the whole. */
  message: string | null
}

// The second click of a double click comes before the button has learnt that it is busy.
const soon = 400

const noErrors: FormErrors = { fields: {}, message: null }
const Errors = createContext<FormErrors>(noErrors)

/** What is wrong with the field of this name, if anything. */
export const useFieldError = (name: string) => useContext(Errors).fields[name]

interface FormProps {
  label: string
  error: Error | null
  onSubmit: (values: Record<string, string>) => void
  children: ReactNode
  className?: string
}

/** A form that shows a refusal at the fields it names, or at the top when it names none, and moves there. */
export function Form({ label, error, onSubmit, children, className = 'flex flex-col gap-4' }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const sentAt = useRef(Number.NEGATIVE_INFINITY)
  const errors = error ? errorsOf(error, form.current) : noErrors

  useEffect(() => {
    if (!error) return
    // Who is refused mends it and sends again, as soon as they like.
    sentAt.current = Number.NEGATIVE_INFINITY
    for (const invalid of form.current?.querySelectorAll('details [aria-invalid=true]') ?? []) {
      invalid.closest('details')?.setAttribute('open', '')
    }
    form.current?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]')?.focus()
  }, [error])

  useEffect(() => {
    if (form.current) restoreTyping(form.current)
  }, [])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (event.timeStamp - sentAt.current < soon) return
    sentAt.current = event.timeStamp
    const entries = [...new FormData(event.currentTarget)]
    onSubmit(Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')))
  }

  return (
    <Errors value={errors}>
      <form ref={form} noValidate aria-label={label} onSubmit={submit} className={className}>
        {errors.message && (
          <p role="alert" tabIndex={-1} className="flex gap-2 rounded-md bg-red-wash px-3 py-2 text-sm text-red">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {errors.message}
          </p>
        )}
        {children}
      </form>
    </Errors>
  )
}

/** The sentence stays at the top unless every part of it stands at a field the form has. */
function errorsOf(error: Error, form: HTMLFormElement | null): FormErrors {
  const fields = 'fields' in error ? (error.fields as Record<string, string>) : {}
  const names = Object.keys(fields)
  const allShown = names.length > 0 && names.every((name) => form?.elements.namedItem(name))
  return { fields, message: allShown ? null : error.message }
}
