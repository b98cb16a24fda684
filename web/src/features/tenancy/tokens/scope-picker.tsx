import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { inputClass } from '../../../ui/field.tsx'
import { useFieldError } from '../../../ui/form.tsx'
import type { Area, Level } from './areas.ts'

export type Chosen = Readonly<Record<string, Level>>

interface ScopePickerProps {
  areas: readonly Area[]
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}

const levelWords: Readonly<Record<Level, string>> = { none: 'Nothing', read: 'Read', write: 'Read and change' }

/** What the token may do, part by part. */
export function ScopePicker({ areas, chosen, onChange }: ScopePickerProps) {
  const error = useFieldError('scopes')
  const readAll = () =>
    onChange(Object.fromEntries(areas.map(({ area, levels }) => [area, levels.includes('read') ? 'read' : 'none'])))
  return (
    <fieldset>
      <legend className="text-sm font-medium">What it may do</legend>
      <div className="mt-1 mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-1 basis-52 text-xs text-ink-soft text-pretty">
          Never more than you may do yourself, now or later. People, invitations and other tokens are not for tokens.
        </p>
        <Button size="small" onClick={readAll}>
          Read everything
        </Button>
      </div>
      <input type="hidden" name="scopes" />
      <ul className="divide-y divide-line border-y border-line">
        {areas.map((area) => (
          <AreaRow
            key={area.area}
            area={area}
            level={chosen[area.area] ?? 'none'}
            onChange={(level) => onChange({ ...chosen, [area.area]: level })}
          />
        ))}
      </ul>
      {error && (
        <p role="alert" className="mt-1.5 text-xs text-red">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function AreaRow({ area, level, onChange }: { area: Area; level: Level; onChange: (level: Level) => void }) {
  const id = `scope-${area.area}`
  const words = level === 'write' ? [...(area.allows.read ?? []), ...(area.allows.write ?? [])] : area.allows[level]
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <label htmlFor={id} className="min-w-24 flex-1 text-sm">
        {area.title}
      </label>
      <div className="w-40">
        <select
          id={id}
          value={level}
          onChange={(event) => onChange(event.currentTarget.value as Level)}
          aria-describedby={words ? `${id}-words` : undefined}
          className={cx(inputClass, 'h-9')}
        >
          {area.levels.map((each) => (
            <option key={each} value={each}>
              {levelWords[each]}
            </option>
          ))}
        </select>
      </div>
      {words && (
        <p id={`${id}-words`} className="w-full text-xs text-ink-soft text-pretty">
          {words.join(' · ')}
        </p>
      )}
    </li>
  )
}
