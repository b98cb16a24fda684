import { type FormEvent, useState } from 'react'
import { Broken } from '../ui/broken.tsx'
import { Button } from '../ui/button.tsx'
import { inputClass } from '../ui/field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { applyFault, clearFaults, loadFaults } from './phone-api.ts'
import type { FaultsView } from './phone-types.ts'
import { useFresh } from './use-fresh.ts'

/** Ways to disturb the traffic, in words; those in force stand on top. */
export function Faults() {
  const { data, error, reload } = useFresh(loadFaults, 'faults')
  const [trouble, setTrouble] = useState<string | null>(null)
  if (!data && error) return <Broken title="The faults did not come" error={error} onRetry={reload} />
  if (!data) return <Skeleton className="m-4 h-40" />

  const act = (work: Promise<unknown>) => {
    setTrouble(null)
    work.catch((cause: Error) => setTrouble(cause.message))
  }
  return (
    <div className="flex flex-col gap-4 p-4">
      <InForce active={data.active} onClear={() => act(clearFaults())} />
      <p role="alert" className="text-sm text-red empty:hidden">
        {trouble}
      </p>
      <ul aria-label="Faults to try" className="flex flex-col">
        {data.menu.map(({ id, title, explanation }) => (
          <li key={id} className="flex items-start gap-4 border-b border-line py-3 first:pt-0">
            <div className="min-w-0 flex-1">
              <p className="text-sm font-medium text-pretty">{title}</p>
              <p className="text-xs text-ink-soft text-pretty">{explanation}</p>
            </div>
            <Button size="small" onClick={() => act(applyFault({ id }))} aria-label={`Apply: ${title}`}>
              Apply
            </Button>
          </li>
        ))}
      </ul>
      <AnyCode onApply={(code) => act(applyFault({ code }))} />
    </div>
  )
}

function InForce({ active, onClear }: { active: FaultsView['active']; onClear: () => void }) {
  return (
    <section aria-label="Faults in force" className="rounded-md bg-sunken p-3">
      {active.length === 0 ? (
        <p className="text-sm text-ink-soft">Everything works. Choose what should go wrong next.</p>
      ) : (
        <div className="flex items-start gap-3">
          <ul className="min-w-0 flex-1 text-sm">
            {active.map(({ title, times }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may be in force twice
              <li key={index} className="text-amber">
                {title} {times === null ? '(until cleared)' : times > 1 ? `(${times} times)` : ''}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={onClear}>
            Clear all
          </Button>
        </div>
      )}
    </section>
  )
}

function AnyCode({ onApply }: { onApply: (code: number) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onApply(Number(new FormData(event.currentTarget).get('code')))
  }
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <label className="flex min-w-0 flex-1 flex-col gap-1.5 text-sm font-medium">
        Refuse the next reply with any error code
        <input name="code" type="number" required min={0} placeholder="131000" className={`${inputClass} h-10`} />
      </label>
      <Button type="submit">Apply code</Button>
    </form>
  )
}
