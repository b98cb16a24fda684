import type { Member } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { readAnew, useRemoveMember } from './use-member-acts.ts'

/** Shows a colleague out, after saying what that means. */
export function RemoveMember({ slug, member }: { slug: string; member: Member }) {
  const removal = useRemoveMember(slug, member.id)
  return (
    <Confirm
      trigger={
        <Button size="small" aria-label={`Remove ${member.name}…`}>
          Remove…
        </Button>
      }
      title={`Remove ${member.name}?`}
      act="Remove"
      busy={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate(undefined, { onSuccess: () => readAnew(slug) })}
    >
      They are out at once, on every device. Conversations they looked after wait for somebody else; what they wrote
      stays under their name.
    </Confirm>
  )
}
