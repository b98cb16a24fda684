import { Hand } from 'lucide-react'
import { useState } from 'react'
import type { Conversation } from '../../../lib/api-types.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useHandoff } from './use-handoff.ts'

/** Lets one call for a colleague to take over, and say why. */
export function AskForPerson({ slug, conversation }: { slug: string; conversation: Conversation }) {
  const { ask } = useHandoff(slug, conversation.id)
  const [round, setRound] = useState(0)
  if (conversation.handoff && !conversation.handoff.takenAt) return null
  return (
    <Popover
      label="Ask for a person"
      align="end"
      side="bottom"
      trigger={
        <IconButton label="Ask for a person" className="max-sm:hidden">
          <Hand aria-hidden className="size-4.5" />
        </IconButton>
      }
    >
      {(close) => (
        <Form
          key={round}
          label="Ask for a person"
          error={ask.error}
          onSubmit={({ reason = '' }) =>
            ask.mutate(reason, {
              onSuccess: () => {
                setRound(round + 1)
                close()
              },
            })
          }
          className="flex w-72 max-w-full flex-col gap-3 p-2"
        >
          <Field label="Why is a person needed?" name="reason" maxLength={1_000} autoComplete="off" autoFocus />
          <p className="text-xs text-ink-soft">
            The conversation waits under “Waiting for a person”, and automation pauses here.
          </p>
          <Button type="submit" tone="primary" size="small" busy={ask.isPending}>
            Ask for a person
          </Button>
        </Form>
      )}
    </Popover>
  )
}
