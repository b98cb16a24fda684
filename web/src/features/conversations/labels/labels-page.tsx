import { useMutation, useQuery } from '@tanstack/react-query'
import { Tag, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { inWorkspace, patch, post, remove } from '../../../lib/api.ts'
import type { InboxLabel } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { cx } from '../../../ui/cx.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Field, inputClass } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../../ui/settings-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { LabelDot } from '../label-mark.tsx'
import { inboxLabelsQuery } from '../queries.ts'

const colours: readonly InboxLabel['colour'][] = ['grey', 'red', 'amber', 'green', 'blue', 'violet']

interface LabelsPageProps {
  slug: string
  nav: ReactNode
  /** Staff use labels; owners and managers look after them. */
  mayManage: boolean
}

/** The labels conversations are filed under. */
export function LabelsPage({ slug, nav, mayManage }: LabelsPageProps) {
  usePageTitle('Labels')
  const query = useQuery(inboxLabelsQuery(slug))
  const labels = query.data ?? []
  return (
    <SettingsPage
      title="Labels"
      nav={nav}
      intro="Conversations are filed under labels. A new name, or none, follows everywhere."
    >
      {query.isPending && <RowsSkeleton label="Loading labels" />}
      {query.error && !query.data && (
        <Broken title="The labels could not be loaded" error={query.error} onRetry={() => query.refetch()} />
      )}
      {mayManage && <NewLabel slug={slug} />}
      {query.data && labels.length === 0 && (
        <Empty icon={Tag} title="No labels yet">
          They also come about when somebody labels a conversation.
        </Empty>
      )}
      <ul className="divide-y divide-line">
        {labels.map((label) => (
          <LabelRow key={label.id} slug={slug} label={label} mayManage={mayManage} />
        ))}
      </ul>
      {!mayManage && <p className="mt-4 text-sm text-ink-soft">An owner or a manager can rename and delete labels.</p>}
    </SettingsPage>
  )
}

function useLabelActs(slug: string) {
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: inboxLabelsQuery(slug).queryKey })
  return {
    create: useMutation({
      mutationFn: (name: string) => post<InboxLabel>(inWorkspace(slug, '/labels'), { name }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, ...wish }: Partial<InboxLabel> & { id: string }) =>
        patch<InboxLabel>(inWorkspace(slug, `/labels/${id}`), wish),
      onSuccess,
    }),
    discard: useMutation({ mutationFn: (id: string) => remove(inWorkspace(slug, `/labels/${id}`)), onSuccess }),
  }
}

function NewLabel({ slug }: { slug: string }) {
  const { create } = useLabelActs(slug)
  const [round, setRound] = useState(0)
  return (
    <Form
      key={round}
      label="New label"
      error={create.error}
      onSubmit={({ name = '' }) => create.mutate(name, { onSuccess: () => setRound(round + 1) })}
      className="mb-4 flex flex-col gap-3"
    >
      <Field
        label="New label"
        name="name"
        maxLength={40}
        autoComplete="off"
        aside={
          <Button type="submit" tone="primary" busy={create.isPending}>
            Add
          </Button>
        }
      />
    </Form>
  )
}

function LabelRow({ slug, label, mayManage }: { slug: string; label: InboxLabel; mayManage: boolean }) {
  const { change, discard } = useLabelActs(slug)
  const [name, setName] = useState(label.name)
  const rename = () => {
    const next = name.trim()
    if (next === '') setName(label.name)
    else if (next !== label.name) change.mutate({ id: label.id, name: next })
  }
  if (!mayManage) {
    return (
      <li className="flex h-12 items-center gap-3">
        <LabelDot colour={label.colour} />
        {label.name}
      </li>
    )
  }
  return (
    <li className="py-2">
      <div className="flex items-center gap-2">
        <LabelDot colour={label.colour} />
        <input
          type="text"
          aria-label={`Name of ${label.name}`}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => event.key === 'Enter' && rename()}
          className={cx(inputClass, 'h-9 min-w-0 flex-1')}
        />
        <span className="w-24 shrink-0">
          <select
            aria-label={`Colour of ${label.name}`}
            value={label.colour}
            onChange={(event) => change.mutate({ id: label.id, colour: event.target.value as InboxLabel['colour'] })}
            className={cx(inputClass, 'h-9 px-2')}
          >
            {colours.map((colour) => (
              <option key={colour} value={colour}>
                {colour.charAt(0).toUpperCase() + colour.slice(1)}
              </option>
            ))}
          </select>
        </span>
        <Confirm
          trigger={
            <IconButton label={`Delete ${label.name}`}>
              <Trash2 aria-hidden className="size-4" />
            </IconButton>
          }
          title={`Delete “${label.name}”?`}
          act="Delete the label"
          busy={discard.isPending}
          error={discard.error}
          onConfirm={() => discard.mutate(label.id)}
        >
          It is taken off every conversation. The conversations stay.
        </Confirm>
      </div>
      {change.error && (
        <p role="alert" className="pl-5 text-xs text-red">
          {change.error.message}
        </p>
      )}
    </li>
  )
}
