import { useMutation } from '@tanstack/react-query'
import { FileX2, LoaderCircle } from 'lucide-react'
import { inWorkspace, post } from '../../../lib/api.ts'
import type { MediaFile } from '../../../lib/api-types.ts'
import { useSlug } from '../../../lib/use-slug.ts'
import { kindWord } from './file-words.ts'

/** The place of a file that is not here: still coming, or why it does not, and what can be done. */
export function NotHere({ file }: { file: MediaFile }) {
  return file.status === 'pending' ? <Coming file={file} /> : <DidNotCome file={file} />
}

function Coming({ file: { kind, name, reason } }: { file: MediaFile }) {
  return (
    <span role="status" className="flex items-center gap-2.5 py-0.5">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
        <LoaderCircle aria-hidden className="size-4.5 animate-spin motion-reduce:animate-none" />
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{name ?? `The ${kindWord(kind)} is on its way`}</span>
        {reason && <span className="block max-w-64 text-xs text-ink-soft">{reason.message} It is tried again.</span>}
      </span>
    </span>
  )
}

function DidNotCome({ file }: { file: MediaFile }) {
  const slug = useSlug()
  const again = useMutation({
    mutationFn: () => post<MediaFile>(inWorkspace(slug, `/media/${file.id}/fetch`)),
  })
  return (
    <span className="flex items-start gap-2.5 py-0.5">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-md bg-red-wash text-red">
        <FileX2 aria-hidden className="size-4.5" />
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{file.name ?? `The ${kindWord(file.kind)} did not come`}</span>
        <span className="block max-w-64 text-xs text-ink-soft">{again.error?.message ?? file.reason?.message}</span>
        {file.canFetchAgain && (
          <button
            type="button"
            disabled={again.isPending}
            onClick={() => again.mutate()}
            className="mt-0.5 rounded-sm text-xs font-semibold text-accent-ink underline hover:no-underline disabled:opacity-55"
          >
            Try again
          </button>
        )}
      </span>
    </span>
  )
}
