import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { buttonClass } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import { labelsQuery } from './queries.ts'

interface LabelFilterProps {
  slug: string
  label: string
  onChange: (label: string) => void
}

/** Narrows the list to the people under one label; not there before anybody is. */
export function LabelFilter({ slug, label, onChange }: LabelFilterProps) {
  const labels = useQuery(labelsQuery(slug)).data ?? []
  if (labels.length === 0 && !label) return null
  const options = [
    { value: '', label: 'Everyone' },
    ...labels.map((each) => ({
      value: each.label,
      label: (
        <span className="flex justify-between gap-4">
          <span className="truncate">{each.label}</span>
          <span className="figures text-ink-soft">{each.count}</span>
        </span>
      ),
    })),
  ]
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Label: ${label || 'everyone'}`}
          className={cx(buttonClass('quiet', 'small'), 'max-w-32 min-w-0 shrink')}
        >
          <span className="truncate">{label || 'Everyone'}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-soft" />
        </button>
      }
    >
      <MenuChoice label="Label" value={label} options={options} onChange={onChange} />
    </Menu>
  )
}
