import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { post, Refused } from '../../../lib/api.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { Door } from '../door.tsx'
import { DeadLink } from './dead-link.tsx'
import { Notice } from './notice.tsx'

/** Where the link for a new address leads. A button, since programs that look at mails open links. */
export function ConfirmEmailPage({ token }: { token: string }) {
  usePageTitle('Confirm your email address')
  const confirm = useMutation({
    mutationFn: () => post<{ email: string }>('/auth/email-change/confirm', { token }),
    onSuccess: () => queryClient.clear(),
  })
  if (confirm.error instanceof Refused && confirm.error.status === 404)
    return (
      <DeadLink
        action={
          <Link to="/account" className={buttonClass('primary')}>
            Go to your account
          </Link>
        }
      />
    )
  if (confirm.data)
    return (
      <Door title="Your address is changed" intro={`From now on you sign in as ${confirm.data.email}.`}>
        <Link to="/" className={buttonClass('primary')}>
          Go on
        </Link>
      </Door>
    )
  return (
    <Door title="Confirm your email address" intro="You sign in to Frontdesk with this address then.">
      <div className="flex flex-col gap-4">
        {confirm.error && <Notice tone="bad">{confirm.error.message}</Notice>}
        <Button tone="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
          Confirm address
        </Button>
      </div>
    </Door>
  )
}
