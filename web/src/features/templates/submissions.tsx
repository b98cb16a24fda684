import { useMutation } from '@tanstack/react-query'
import { inWorkspace, post } from '../../lib/api.ts'
import type { Template } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { Button } from '../../ui/button.tsx'
import { When } from '../../ui/when.tsx'
import { templateQuery } from './queries.ts'
import { StatusChip } from './status-chip.tsx'

interface SubmissionsProps {
  slug: string
  template: Template
  maySubmit: boolean
}

/** How a template stands with WhatsApp, and the act that gives it there. */
export function Submissions({ slug, template, maySubmit }: SubmissionsProps) {
  const submit = useMutation({
    mutationFn: () => post<Template>(inWorkspace(slug, `/templates/${template.id}/submit`), {}),
    onSuccess: (after) => queryClient.setQueryData(templateQuery(slug, template.id).queryKey, after),
  })
  const sync = useMutation({ mutationFn: () => post(inWorkspace(slug, '/templates/sync')) })
  if (!template.versions.some(({ whatsapp }) => whatsapp)) return null
  const { submissions } = template
  const isAllCurrent = submissions.length > 0 && submissions.every(({ isCurrent }) => isCurrent)
  const error = submit.error ?? sync.error
  return (
    <section aria-label="Approval by WhatsApp" className="rounded-md border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-base font-semibold">Approval by WhatsApp</h2>
        {maySubmit && (
          <span className="flex gap-2">
            {submissions.length > 0 && (
              <Button size="small" busy={sync.isPending} onClick={() => sync.mutate()}>
                Ask again
              </Button>
            )}
            <Button
              size="small"
              tone={isAllCurrent ? 'plain' : 'primary'}
              busy={submit.isPending}
              onClick={() => submit.mutate()}
            >
              {submissions.length === 0 ? 'Submit to WhatsApp' : 'Submit anew'}
            </Button>
          </span>
        )}
      </div>
      {error && (
        <p role="alert" className="mt-3 text-sm text-red">
          {error.message}
        </p>
      )}
      {submissions.length === 0 ? (
        <p className="mt-2 text-sm text-ink-soft">
          Not submitted yet. Without approval it can’t leave by WhatsApp; mail and SMS need none.
        </p>
      ) : (
        <ul className="mt-3 flex flex-col gap-2">
          {submissions.map((submission) => (
            <li key={`${submission.language} ${submission.wabaId}`} className="text-sm">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <StatusChip submission={submission} />
                <span className="text-xs text-ink-soft">
                  submitted <When at={submission.submittedAt} />
                  {!submission.isCurrent && ' · changed since: customers get the words that were approved'}
                </span>
              </span>
              {submission.category && submission.category !== template.category && (
                <p className="mt-1 text-xs text-amber">
                  WhatsApp files it under {submission.category.toLowerCase()}: it costs accordingly.
                </p>
              )}
              {submission.reason && <p className="mt-1 text-xs text-red">{submission.reason}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
