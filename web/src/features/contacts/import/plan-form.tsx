import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Import, ImportPlan } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { inputClass } from '../../../ui/field.tsx'
import { fieldsQuery } from '../queries.ts'
import { useCancel, useCheck } from './use-import-acts.ts'

type Target = ImportPlan['targets'][number]

const targetWords: readonly (readonly [Target, string])[] = [
  ['ignore', 'Leave it out'],
  ['name', 'Name'],
  ['given_name', 'First name'],
  ['family_name', 'Last name'],
  ['phone', 'Phone number'],
  ['email', 'Email address'],
  ['labels', 'Labels'],
  ['notes', 'Notes'],
  ['marketing', 'Agrees to marketing'],
  ['id', 'Frontdesk ID'],
]
const policies = [
  { value: 'fill', label: 'Fill in what is empty', hint: 'What you know of them stays.' },
  { value: 'overwrite', label: 'Overwrite', hint: 'Names, notes and fields are taken from the file.' },
  { value: 'skip', label: 'Leave them as they are', hint: 'Only new people are imported.' },
] as const

/** What each column is, shown with its first values; and what becomes of people who are known already. */
export function PlanForm({ slug, one }: { slug: string; one: Import }) {
  const check = useCheck(slug, one.id)
  const cancel = useCancel(slug, one.id)
  const [targets, setTargets] = useState<Target[]>(one.plan.columns.map(({ target }) => target))
  const [hasHeader, setHasHeader] = useState(one.plan.hasHeader)
  const [policy, setPolicy] = useState<ImportPlan['policy']>(one.plan.policy)
  const [country, setCountry] = useState(one.plan.country)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    check.mutate({ targets, hasHeader, policy, country })
  }
  return (
    <form aria-label="What the columns are" onSubmit={submit} className="flex flex-col gap-5">
      <h2 className="font-semibold">What is in which column?</h2>
      <ColumnList slug={slug} one={one} targets={targets} onChange={setTargets} />
      <label className="flex items-center gap-2.5">
        <input
          type="checkbox"
          checked={hasHeader}
          onChange={(event) => setHasHeader(event.target.checked)}
          className="size-4 accent-(--accent)"
        />
        The first line names the columns
      </label>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-semibold">People you know already, by number or address</legend>
        {policies.map(({ value, label, hint }) => (
          <label key={value} className="flex items-start gap-2.5">
            <input
              type="radio"
              name="policy"
              checked={policy === value}
              onChange={() => setPolicy(value)}
              className="mt-0.5 size-4 accent-(--accent)"
            />
            <span>
              {label} <span className="text-ink-soft">– {hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="flex flex-wrap items-center gap-2.5">
        Numbers without a country code are of
        <input
          aria-label="Country"
          value={country}
          maxLength={2}
          onChange={(event) => setCountry(event.target.value.toUpperCase())}
          className={cx(inputClass, 'h-9 max-w-16 text-center uppercase')}
        />
      </label>
      {(check.error ?? cancel.error) && (
        <p role="alert" className="rounded-md bg-red-wash px-3 py-2 text-red">
          {(check.error ?? cancel.error)?.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button tone="quiet" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          Throw the file away
        </Button>
        <Button type="submit" tone={one.state === 'uploaded' ? 'primary' : 'plain'} busy={check.isPending}>
          See what would happen
        </Button>
      </div>
    </form>
  )
}

interface ColumnListProps {
  slug: string
  one: Import
  targets: Target[]
  onChange: (targets: Target[]) => void
}

function ColumnList({ slug, one, targets, onChange }: ColumnListProps) {
  const fields = (useQuery(fieldsQuery(slug)).data ?? []).filter(({ archivedAt }) => archivedAt === null)
  const options = [...targetWords, ...fields.map(({ id, name }) => [`field:${id}` as Target, name] as const)]
  return (
    <ul aria-label="Columns" className="divide-y divide-line border-y border-line">
      {one.plan.columns.map(({ name, samples }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns are what they are by their place, and may share a name
        <li key={at} className="grid items-center gap-x-4 gap-y-1.5 py-2.5 sm:grid-cols-[minmax(0,1fr)_14rem]">
          <div className="min-w-0">
            <div className="truncate font-medium">{name}</div>
            <div className="figures truncate text-sm text-ink-soft" dir="auto">
              {samples.filter((sample) => sample.trim() !== '').join(' · ') || 'Empty in the first lines'}
            </div>
          </div>
          <select
            aria-label={`${name} is`}
            value={targets[at]}
            onChange={(event) => onChange(targets.with(at, event.target.value as Target))}
            className={cx(inputClass, 'h-9', targets[at] === 'ignore' && 'text-ink-soft')}
          >
            {options.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  )
}
