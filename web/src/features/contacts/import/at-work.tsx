import type { Import } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { useCancel } from './use-import-acts.ts'

/** How far it is; it goes on without anybody looking. */
export function AtWork({ slug, one }: { slug: string; one: Import }) {
  const cancel = useCancel(slug, one.id)
  const words = one.state === 'checking' ? 'Looking what would happen' : 'Importing'
  return (
    <section aria-label={words} className="flex flex-col gap-3">
      <p role="status" className="font-medium">
        {words}
        {one.lines > 0 && (
          <span className="figures font-normal text-ink-soft">
            {' '}
            · {one.position.toLocaleString()} of {one.lines.toLocaleString()} lines
          </span>
        )}
      </p>
      <progress
        aria-label={words}
        max={one.lines || 1}
        {...(one.lines > 0 ? { value: one.position } : {})}
        className="h-2 w-full accent-(--accent)"
      />
      <div className="flex items-center justify-between gap-4">
        <p className="text-sm text-ink-soft">You can leave this page: it goes on by itself.</p>
        <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          Stop
        </Button>
      </div>
    </section>
  )
}
