import { useRouter } from '@tanstack/react-router'
import type { Member } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { useRemoveMember } from './use-member-acts.ts'

/** The way out for oneself. The last owner is told to find another first. */
export function Leave({ slug, member }: { slug: string; member: Member }) {
  const leaving = useRemoveMember(slug, member.id)
  const router = useRouter()
  const goHome = () => {
    queryClient.clear()
    router.history.replace('/')
  }
  return (
    <Confirm
      trigger={<Button size="small">Leave…</Button>}
      title="Leave this business?"
      act="Leave"
      busy={leaving.isPending}
      error={leaving.error}
      onConfirm={() => leaving.mutate(undefined, { onSuccess: goHome })}
    >
      You can come back only by a new invitation. Conversations you looked after wait for somebody else.
    </Confirm>
  )
}
