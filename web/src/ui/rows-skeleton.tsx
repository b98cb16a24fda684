import { Skeleton } from './skeleton.tsx'

const widths = ['w-32', 'w-24', 'w-40', 'w-28', 'w-36', 'w-20', 'w-44', 'w-30']

/** The shape of a list of people while it loads. */
export function RowsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {widths.map((width) => (
        <div key={width} className="flex items-center gap-3 border-b border-line px-4 py-3">
          <Skeleton className="size-10 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-4 w-full max-w-48" />
          </div>
        </div>
      ))}
    </div>
  )
}
