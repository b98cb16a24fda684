import type { ReactNode } from 'react'
import type { AuditFilters } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { inputClass } from '../../ui/field.tsx'
import type { AuditSearch } from './audit-search.ts'

interface FiltersProps {
  search: AuditSearch
  filters: AuditFilters | undefined
  onChange: (search: AuditSearch) => void
}

const box = cx(inputClass, 'h-9 w-full')

/** Who, what, and between which days. */
export function Filters({ search, filters, onChange }: FiltersProps) {
  const set = (name: keyof AuditSearch, value: string) => {
    const { [name]: _, ...others } = search
    onChange(value === '' ? others : { ...others, [name]: value })
  }
  const people = filters?.who.filter(({ kind }) => kind === 'member') ?? []
  const tokens = filters?.who.filter(({ kind }) => kind === 'token') ?? []
  return (
    <search aria-label="Narrow the log" className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Labelled label="Who">
        <select value={search.who ?? ''} onChange={(event) => set('who', event.currentTarget.value)} className={box}>
          <option value="">Everybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {tokens.length > 0 && (
            <optgroup label="API tokens">
              {tokens.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          <option value="system">Frontdesk itself</option>
        </select>
      </Labelled>
      <Labelled label="What">
        <select value={search.area ?? ''} onChange={(event) => set('area', event.currentTarget.value)} className={box}>
          <option value="">Everything</option>
          {filters?.areas.map(({ area, words }) => (
            <option key={area} value={area}>
              {words}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label="From">
        <input
          type="date"
          value={search.from ?? ''}
          max={search.to}
          onChange={(event) => set('from', event.currentTarget.value)}
          className={box}
        />
      </Labelled>
      <Labelled label="To">
        <input
          type="date"
          value={search.to ?? ''}
          min={search.from}
          onChange={(event) => set('to', event.currentTarget.value)}
          className={box}
        />
      </Labelled>
      {search.subjectId && (
        <div className="col-span-full flex items-center justify-between gap-2 rounded-md bg-sunken px-3 py-1.5 text-sm">
          Only what is about one thing
          <Button size="small" tone="quiet" onClick={() => set('subjectId', '')}>
            Show all
          </Button>
        </div>
      )}
    </search>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="flex min-w-0 flex-col gap-1">
      <span className="text-xs font-medium text-ink-soft">{label}</span>
      {children}
    </label>
  )
}
