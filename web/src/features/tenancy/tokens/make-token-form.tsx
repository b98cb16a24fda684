import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MadeToken } from '../../../lib/api-types.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field, Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { areasOf } from './areas.ts'
import { scopesQuery } from './queries.ts'
import { type Chosen, ScopePicker } from './scope-picker.tsx'
import { useMakeToken } from './use-token-acts.ts'

const ends = [
  { value: '30', label: 'in 30 days' },
  { value: '90', label: 'in 90 days' },
  { value: '365', label: 'in a year' },
  { value: '', label: 'never' },
]

interface MakeTokenFormProps {
  slug: string
  onMade: (made: MadeToken) => void
  onCancel: () => void
}

/** A name, what it may do, and when it ends by itself. */
export function MakeTokenForm({ slug, onMade, onCancel }: MakeTokenFormProps) {
  const make = useMakeToken(slug)
  const scopes = useQuery(scopesQuery(slug))
  const [chosen, setChosen] = useState<Chosen>({})
  return (
    <section aria-label="New API token" className="mb-8 rounded-lg border border-line bg-surface p-4">
      <Form
        label="New API token"
        error={make.error}
        onSubmit={({ name = '', expiresAt = '' }) =>
          make.mutate({ name, scopes: asScopes(chosen), expiresAt: endIn(expiresAt) }, { onSuccess: onMade })
        }
      >
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          maxLength={80}
          autoFocus
          hint="What it is for, such as “Website” or “Bookkeeping”."
        />
        {scopes.isPending && <Skeleton className="h-64 w-full" />}
        {scopes.error && (
          <Broken
            title="What can be chosen could not be loaded"
            error={scopes.error}
            onRetry={() => scopes.refetch()}
          />
        )}
        {scopes.data && <ScopePicker areas={areasOf(scopes.data)} chosen={chosen} onChange={setChosen} />}
        <Select label="It ends" name="expiresAt" options={ends} defaultValue="90" />
        <div className="flex justify-end gap-2">
          <Button onClick={onCancel}>Cancel</Button>
          <Button type="submit" tone="primary" busy={make.isPending}>
            Make the token
          </Button>
        </div>
      </Form>
    </section>
  )
}

function asScopes(chosen: Chosen): string[] {
  return Object.entries(chosen).flatMap(([area, level]) => (level === 'none' ? [] : [`${area}.${level}`]))
}

function endIn(days: string): string | null {
  return days === '' ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString()
}
