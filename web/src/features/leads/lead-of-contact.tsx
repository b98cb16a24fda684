import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Lead, LeadSource, LeadStage, Member } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { readAmount, sayMoney, saySource, sourceWords, stages, stageWords } from './lead-words.ts'
import { leadOfContactQuery } from './queries.ts'
import { useBeginLead, useChangeLead } from './use-lead-acts.ts'

interface LeadOfContactProps {
  slug: string
  contactId: string
  members: readonly Member[]
  currency: string
}

/** Whether a person may become a customer, and how far that has come. */
export function LeadOfContact({ slug, contactId, members, currency }: LeadOfContactProps) {
  const { data: lead } = useQuery(leadOfContactQuery(slug, contactId))
  const [isEditing, setEditing] = useState(false)
  if (lead === undefined) return <Skeleton className="h-8 w-full" />
  if (lead === null) return <BeginLead slug={slug} contactId={contactId} />
  if (isEditing)
    return <EditLead slug={slug} lead={lead} members={members} currency={currency} onDone={() => setEditing(false)} />
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <div className="min-w-0">
        <p>
          <span className="font-medium">{stageWords[lead.stage]}</span>
          {lead.value && <span className="figures"> · {sayMoney(lead.value)}</span>} ·{' '}
          <span className={lead.owner ? '' : 'text-amber'}>{lead.owner?.name ?? 'nobody looks after it'}</span>
        </p>
        <p className="text-sm break-words text-ink-soft">
          {saySource(lead)}
          {lead.lostReason && ` · ${lead.lostReason}`}
        </p>
      </div>
      <Button size="small" onClick={() => setEditing(true)}>
        Change the lead
      </Button>
    </div>
  )
}

function BeginLead({ slug, contactId }: { slug: string; contactId: string }) {
  const begin = useBeginLead(slug)
  const [source, setSource] = useState<LeadSource>('by_hand')
  const options = Object.entries(sourceWords).map(([value, label]) => ({ value, label }))
  return (
    <Form
      label="Make a lead"
      error={begin.error}
      onSubmit={() => begin.mutate({ contactId, source })}
      className="flex flex-wrap items-end gap-2"
    >
      <Select
        label="Where they came from"
        name="source"
        value={source}
        onChange={(event) => setSource(event.target.value as LeadSource)}
        options={options}
      />
      <Button type="submit" busy={begin.isPending}>
        Make a lead
      </Button>
    </Form>
  )
}

interface EditLeadProps {
  slug: string
  lead: Lead
  members: readonly Member[]
  currency: string
  onDone: () => void
}

function EditLead({ slug, lead, members, currency, onDone }: EditLeadProps) {
  const change = useChangeLead(slug)
  const [stage, setStage] = useState<LeadStage>(lead.stage)
  const unit = lead.value?.currency ?? currency
  const save = ({ ownerId = '', value = '', lostReason = '' }: Record<string, string>) => {
    const amount = readAmount(value, unit)
    change.mutate(
      {
        ...{ id: lead.id, stage, ownerId: ownerId || null },
        value: value.trim() === '' ? null : { amount: amount ?? -1, currency: unit },
        ...(stage === 'lost' ? { lostReason: lostReason.trim() || null } : {}),
      },
      { onSuccess: onDone },
    )
  }
  return (
    <Form label="Change the lead" error={change.error} onSubmit={save} className="grid gap-3 sm:grid-cols-3">
      <Select
        label="Stage"
        name="stage"
        value={stage}
        onChange={(event) => setStage(event.target.value as LeadStage)}
        options={stages.map((value) => ({ value, label: stageWords[value] }))}
      />
      <Select
        label="Looked after by"
        name="ownerId"
        defaultValue={lead.owner?.id ?? ''}
        options={[{ value: '', label: 'Nobody' }, ...members.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Field
        label={`May be worth (${unit})`}
        name="value"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={lead.value ? sayMoney(lead.value).replace(/[^\d.,]/g, '') : ''}
      />
      {stage === 'lost' && (
        <div className="sm:col-span-3">
          <Field label="Why it was lost" name="lostReason" maxLength={300} defaultValue={lead.lostReason ?? ''} />
        </div>
      )}
      <div className="flex justify-end gap-2 sm:col-span-3">
        <Button tone="quiet" size="small" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" size="small" busy={change.isPending}>
          Save
        </Button>
      </div>
    </Form>
  )
}
