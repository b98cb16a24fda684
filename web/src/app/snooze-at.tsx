import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { snooze } from '../features/conversations/snooze.ts'
import { readWallTime, writeWallTime } from '../features/conversations/snooze-times.ts'
import { workspaceQuery } from '../features/tenancy/queries.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'

interface SnoozeAtProps {
  slug: string
  ids: readonly string[]
  onDone: () => void
}

/** Any day and time, by the clock of the business. */
export function SnoozeAt({ slug, ids, onDone }: SnoozeAtProps) {
  const zone = useQuery(workspaceQuery(slug)).data?.timezone ?? 'UTC'
  const [error, setError] = useState<Error | null>(null)
  const [now] = useState(() => new Date())
  const submit = ({ at = '' }: Record<string, string>) => {
    const until = readWallTime(at, zone)
    if (!until || until <= new Date()) return setError(new Error('Choose a time that is still to come.'))
    onDone()
    snooze(slug, ids, until, zone)
  }
  return (
    <div className="p-4">
      <Form label="Snooze until" error={error} onSubmit={submit}>
        <Field
          label="Snooze until"
          name="at"
          type="datetime-local"
          min={writeWallTime(now, zone)}
          defaultValue={writeWallTime(new Date(now.getTime() + 86_400_000), zone)}
          hint={`Time in ${zone.replaceAll('_', ' ')}.`}
          autoFocus
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" tone="primary">
            Snooze
          </Button>
        </div>
      </Form>
    </div>
  )
}
