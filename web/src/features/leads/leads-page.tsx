import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Member } from '../../lib/api-types.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useSlug } from '../../lib/use-slug.ts'
import { cx } from '../../ui/cx.ts'
import { inputClass } from '../../ui/field.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Board } from './board.tsx'
import { LeadList } from './lead-list.tsx'
import { sourceWords } from './lead-words.ts'
import { leadCountsQuery } from './queries.ts'

/** Who may become a customer: as a board by stage, or as a list. */
export function LeadsPage({ members }: { members: readonly Member[] }) {
  usePageTitle('Leads')
  const slug = useSlug()
  const [view, setView] = useState<'board' | 'list'>('board')
  const [typed, setTyped] = useState('')
  const [owner, setOwner] = useState('')
  const [source, setSource] = useState('')
  const q = useDebounced(typed.trim())
  const filters = { q, owner, source }
  const counts = useQuery(leadCountsQuery(slug, filters)).data
  const owners = [
    ['', 'Everybody’s'],
    ['me', 'Mine'],
    ['none', 'Nobody’s'],
    ...members.map(({ id, name }) => [id, name]),
  ] as const
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3">
        <h1 className="mr-auto text-base font-semibold">Leads</h1>
        <div className="w-full sm:w-60">
          <SearchBox label="Search leads" value={typed} onChange={setTyped} />
        </div>
        <Choice label="Whose" value={owner} onChange={setOwner} options={owners} />
        <Choice
          label="Source"
          value={source}
          onChange={setSource}
          options={[['', 'Any source'], ...Object.entries(sourceWords)]}
        />
        <fieldset className="flex rounded-md border border-line-strong">
          <legend className="sr-only">View</legend>
          {(['board', 'list'] as const).map((each) => (
            <label
              key={each}
              className={cx(
                'h-8 cursor-pointer px-3 text-sm leading-7.5 font-medium first-of-type:rounded-l-md last-of-type:rounded-r-md',
                'focus-within:outline-2 focus-within:outline-accent',
                view === each ? 'bg-accent-wash text-accent-ink' : 'text-ink-soft hover:bg-sunken',
              )}
            >
              <input
                type="radio"
                name="view"
                checked={view === each}
                onChange={() => setView(each)}
                className="sr-only"
              />
              {each === 'board' ? 'Board' : 'List'}
            </label>
          ))}
        </fieldset>
      </header>
      {view === 'board' ? (
        <Board slug={slug} filters={filters} counts={counts} />
      ) : (
        <LeadList slug={slug} filters={filters} />
      )}
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: readonly (readonly string[])[]
  onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cx(inputClass, 'h-8 min-w-24 max-w-40 flex-1 px-2')}
    >
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  )
}
