import type { Channel } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useChangeChannel } from './use-channel-acts.ts'

/** Gives the channel another name. */
export function RenameChannel({ slug, channel }: { slug: string; channel: Channel }) {
  const change = useChangeChannel(slug, channel.id)
  return (
    <Form label="Rename" error={change.error} onSubmit={({ name = '' }) => change.mutate({ name: name.trim() })}>
      <Field
        label="What your team calls it"
        name="name"
        defaultValue={channel.name}
        {...(change.isSuccess ? { hint: 'Saved.' } : {})}
        aside={
          <Button type="submit" busy={change.isPending}>
            Rename
          </Button>
        }
      />
    </Form>
  )
}
