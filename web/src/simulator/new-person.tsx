import { ArrowLeft } from 'lucide-react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { inputClass } from '../ui/field.tsx'
import { Heading } from './heading.tsx'
import { addPerson, Refused } from './phone-api.ts'
import { chatsPlace, go, peoplePlace } from './use-place.ts'

/** A customer of one's own: a name and a number. */
export function NewPerson({ onAdded }: { onAdded: () => void }) {
  const [error, setError] = useState<Error | null>(null)
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    try {
      const person = await addPerson({ name: String(form.get('name')), phone: String(form.get('phone')) })
      onAdded()
      go(chatsPlace(person.id))
    } catch (cause) {
      setError(cause as Error)
      setBusy(false)
    }
  }

  const wrong = (field: string) => (error instanceof Refused && error.field === field ? error.message : null)
  const elsewhere = error && !(error instanceof Refused && error.field) ? error.message : null
  return (
    <form onSubmit={submit} noValidate className="flex h-full flex-col">
      <div className="flex items-center gap-1 py-3 pr-4 pl-2">
        <IconButton label="Back to people" onClick={() => go(peoplePlace)}>
          <ArrowLeft aria-hidden className="size-5" />
        </IconButton>
        <Heading className="text-xl font-semibold">New customer</Heading>
      </div>
      <div className="flex flex-col gap-5 px-4 py-3">
        <Box label="Name" name="name" error={wrong('name')} placeholder="Eva Lindt" autoComplete="off" />
        <Box label="Phone number" name="phone" error={wrong('phone')} placeholder="+49 171 3920002" inputMode="tel" />
        <p role="alert" className="text-sm text-red empty:hidden">
          {elsewhere}
        </p>
        <Button type="submit" tone="primary" busy={isBusy}>
          Give them this phone
        </Button>
      </div>
    </form>
  )
}

interface BoxProps {
  label: ReactNode
  name: string
  error: string | null
  placeholder: string
  inputMode?: 'tel'
  autoComplete?: string
}

function Box({ label, name, error, ...input }: BoxProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-error`}
        className={`${inputClass} h-10`}
        {...input}
      />
      <p id={`${id}-error`} role="alert" className="text-xs text-red empty:hidden">
        {error}
      </p>
    </div>
  )
}
