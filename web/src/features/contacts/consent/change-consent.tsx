import type { Consents } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { Field, Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { useChangeConsent } from './queries.ts'

interface ChangeConsentProps {
  slug: string
  contactId: string
  standing: Consents['standings'][number]
  onDone: () => void
}

/** Enters what a person said elsewhere. How it is known is asked for: it is the proof. */
export function ChangeConsent({ slug, contactId, standing, onDone }: ChangeConsentProps) {
  const change = useChangeConsent(slug, contactId)
  const { channelKind, purpose, state } = standing
  return (
    <Form
      label="What they said"
      className="mt-3 flex flex-col gap-3"
      error={change.error}
      onSubmit={({ state: chosen, reason = '' }) =>
        change.mutate(
          { channelKind, purpose, state: chosen === 'granted' ? 'granted' : 'withdrawn', reason },
          { onSuccess: onDone },
        )
      }
    >
      <Select
        label="What did they say?"
        name="state"
        defaultValue={state === 'granted' ? 'withdrawn' : 'granted'}
        options={[
          { value: 'granted', label: 'They agree' },
          { value: 'withdrawn', label: 'They want none' },
        ]}
      />
      <Field
        label="How do you know?"
        name="reason"
        placeholder="Asked for it on the phone"
        maxLength={500}
        autoComplete="off"
        autoFocus
        hint="Kept as the proof, with your name and the time."
      />
      <div className="flex justify-end gap-2">
        <Button tone="quiet" size="small" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" tone="primary" size="small" busy={change.isPending}>
          Save
        </Button>
      </div>
    </Form>
  )
}
