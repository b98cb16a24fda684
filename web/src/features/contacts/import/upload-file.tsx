import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import type { Import } from '../../../lib/api-types.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { When } from '../../../ui/when.tsx'
import { importsQuery } from '../queries.ts'
import { stateWords } from './state-words.ts'
import { useUpload } from './use-import-acts.ts'

/** Takes a file by choosing or dropping it; below, the imports there were. */
export function UploadFile({ slug }: { slug: string }) {
  const upload = useUpload(slug)
  const navigate = useNavigate()
  const [isOver, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (!file) return
    upload.mutate(file, {
      onSuccess: ({ id }) => navigate({ to: '/w/$slug/contacts/import/$importId', params: { slug, importId: id } }),
    })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button within is the first */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          'flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center',
          isOver ? 'bg-accent-wash' : 'bg-surface',
        )}
      >
        <FileUp aria-hidden className="size-7 text-ink-soft" strokeWidth={1.5} />
        <p className="max-w-100 text-ink-soft text-pretty">
          A list saved as CSV, from a spreadsheet, your phone or another system. At most 10 MB. Nobody is imported
          before you have seen what would happen.
        </p>
        <label
          className={cx(
            buttonClass('primary'),
            'cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent',
          )}
        >
          {upload.isPending ? 'Uploading…' : 'Choose a file'}
          <input
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            disabled={upload.isPending}
            className="sr-only"
            onChange={(event) => {
              take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </label>
        {upload.error && (
          <p role="alert" className="text-red">
            {upload.error.message}
          </p>
        )}
      </div>
      <Earlier slug={slug} />
    </>
  )
}

function Earlier({ slug }: { slug: string }) {
  const imports = useQuery(importsQuery(slug)).data ?? []
  if (imports.length === 0) return null
  return (
    <section className="mt-8">
      <h2 className="mb-2 font-semibold">Earlier imports</h2>
      <ul aria-label="Earlier imports" className="divide-y divide-line border-y border-line">
        {imports.map((one) => (
          <li key={one.id}>
            <Link
              to="/w/$slug/contacts/import/$importId"
              params={{ slug, importId: one.id }}
              className="flex flex-wrap justify-between gap-x-4 py-2.5 hover:bg-sunken"
            >
              <span className="min-w-0 truncate font-medium">{one.fileName}</span>
              <span className="figures text-ink-soft">
                {stateWords[one.state]}
                {one.state === 'done' && ` · ${saidOf(one)}`} · <When at={one.createdAt} spoken />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function saidOf({ made, updated, refused }: Import): string {
  return `${made} new, ${updated} changed, ${refused} refused`
}
