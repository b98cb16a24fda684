import { Button } from '../../../ui/button.tsx'
import { useService } from './use-service.ts'

/** The way in by another service, below the one by password. */
export function ServiceButton({ name, next }: { name: string; next: string | undefined }) {
  const service = useService({ next })
  return (
    <div className="mt-5 flex flex-col gap-4">
      <div className="flex items-center gap-3 text-xs text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </div>
      {service.error && (
        <p role="alert" className="rounded-md bg-red-wash px-3 py-2 text-sm text-red">
          {service.error.message}
        </p>
      )}
      <Button busy={service.isPending || service.isSuccess} onClick={() => service.mutate()}>
        Continue with {name}
      </Button>
    </div>
  )
}
