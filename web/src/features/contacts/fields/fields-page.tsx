import { useQuery } from '@tanstack/react-query'
import { ListPlus, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSlug } from '../../../lib/use-slug.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../../ui/settings-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { fieldsQuery } from '../queries.ts'
import { FieldRow } from './field-row.tsx'
import { NewFieldForm } from './new-field.tsx'

interface FieldsPageProps {
  nav: ReactNode
  may: (act: string) => boolean
}

/** What this business wants to know of people: added, renamed, ordered, archived. */
export function FieldsPage({ nav, may }: FieldsPageProps) {
  usePageTitle('Contact fields')
  const slug = useSlug()
  const { data, isPending, error, refetch } = useQuery(fieldsQuery(slug))
  const [isAdding, setAdding] = useState(false)
  const isAllowed = may('contacts.define-fields')
  const present = data?.filter(({ archivedAt }) => archivedAt === null) ?? []
  const archived = data?.filter(({ archivedAt }) => archivedAt !== null) ?? []
  const add = isAllowed && !isAdding && (
    <Button tone="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden className="size-4" /> Add a field
    </Button>
  )
  return (
    <SettingsPage
      title="Contact fields"
      nav={nav}
      intro={
        isAllowed
          ? 'What you want to know of people, beside name, numbers and addresses.'
          : 'What you want to know of people. An owner or a manager can change it.'
      }
      action={present.length > 0 ? add : null}
    >
      {isAdding && <NewFieldForm slug={slug} onDone={() => setAdding(false)} />}
      {isPending && <RowsSkeleton label="Loading the fields" />}
      {error && !data && <Broken title="The fields could not be loaded" error={error} onRetry={() => refetch()} />}
      {data && present.length === 0 && !isAdding && (
        <Empty icon={ListPlus} title="No fields yet" action={add}>
          A birthday, a shoe size, how they like their colour: it stands on each contact, filters the list and travels
          with imports and exports.
        </Empty>
      )}
      {present.length > 0 && (
        <ul aria-label="Fields" className="divide-y divide-line border-y border-line">
          {present.map((field, place) => (
            <FieldRow
              key={field.id}
              slug={slug}
              field={field}
              place={place}
              of={present.length}
              isAllowed={isAllowed}
            />
          ))}
        </ul>
      )}
      {archived.length > 0 && (
        <details className="mt-8">
          <summary className="cursor-pointer font-semibold">Archived</summary>
          <ul aria-label="Archived fields" className="mt-3 divide-y divide-line border-y border-line">
            {archived.map((field) => (
              <FieldRow key={field.id} slug={slug} field={field} place={0} of={0} isAllowed={isAllowed} />
            ))}
          </ul>
        </details>
      )}
    </SettingsPage>
  )
}
