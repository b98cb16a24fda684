import { Skeleton } from '../../../ui/skeleton.tsx'

const bubbles = ['w-56', 'ml-auto w-64', 'ml-auto w-40', 'w-72', 'w-44', 'ml-auto w-52']

/** The shape of a thread while it loads. */
export function ThreadSkeleton() {
  return (
    <div role="status" aria-label="Loading the messages" className="flex min-h-0 flex-1 flex-col justify-end">
      <div className="mx-auto flex w-full max-w-200 flex-col gap-3 px-4 pb-3">
        {bubbles.map((place) => (
          <Skeleton key={place} className={`h-12 rounded-lg ${place}`} />
        ))}
      </div>
    </div>
  )
}
