import type { Import } from '../../../lib/api-types.ts'

/** What would happen, or what did. */
export function Counts({ one }: { one: Import }) {
  const isDone = one.state === 'done'
  const counts = [
    [one.made, isDone ? 'new people' : 'people would be new'],
    [one.updated, isDone ? 'people changed' : 'people would change'],
    [one.unchanged, isDone ? 'people as they were' : 'people would stay as they are'],
    [one.refused, isDone ? 'lines not taken' : 'lines would not be taken'],
  ] as const
  return (
    <section aria-label={isDone ? 'What was imported' : 'What would happen'}>
      <h2 className="mb-3 font-semibold">{isDone ? 'Imported' : 'What would happen'}</h2>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4">
        {counts.map(([count, words]) => (
          <div key={words} className="flex flex-col-reverse bg-surface p-3">
            <dt className="text-xs text-ink-soft">{words}</dt>
            <dd className="figures text-xl font-semibold">{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
