import type { Import } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { useStart } from './use-import-acts.ts'

/** The act itself, with the number of people it is about. */
export function StartImport({ slug, one }: { slug: string; one: Import }) {
  const start = useStart(slug, one.id)
  const people = one.made + one.updated
  if (one.state !== 'checked') return null
  return (
    <div className="flex flex-col items-end gap-2">
      <Button tone="primary" busy={start.isPending} disabled={people === 0} onClick={() => start.mutate()}>
        {people === 0 ? 'Nothing to import' : `Import ${people.toLocaleString()} ${people === 1 ? 'person' : 'people'}`}
      </Button>
      {start.error && (
        <p role="alert" className="text-sm text-red">
          {start.error.message}
        </p>
      )}
    </div>
  )
}
