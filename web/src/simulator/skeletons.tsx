import { Skeleton } from '../ui/skeleton.tsx'

const rows = ['w-32', 'w-40', 'w-28']

/** The chat list before it is there. */
export function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading chats" className="flex flex-col gap-5 px-4 pt-5">
      <Skeleton className="h-7 w-24" />
      {rows.map((width) => (
        <div key={width} className="flex items-center gap-3">
          <Skeleton className="size-10 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="h-3 w-48" />
          </div>
        </div>
      ))}
    </div>
  )
}

/** A chat before it is there. */
export function ChatSkeleton() {
  return (
    <div role="status" aria-label="Loading messages" className="flex flex-1 flex-col justify-end gap-2 p-4">
      <Skeleton className="h-9 w-52 rounded-lg" />
      <Skeleton className="h-9 w-40 self-end rounded-lg" />
      <Skeleton className="h-14 w-60 rounded-lg" />
    </div>
  )
}
