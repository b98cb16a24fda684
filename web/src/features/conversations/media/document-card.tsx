import { Download, FileText } from 'lucide-react'
import type { MediaFile } from '../../../lib/api-types.ts'
import { documentWords } from './file-words.ts'

/** A document: what it is called, what it is, and the way to have it. It is never opened here. */
export function DocumentCard({ file, href }: { file: MediaFile; href: string }) {
  const name = file.name ?? 'Document'
  return (
    <a
      href={href}
      download={name}
      className="my-0.5 flex w-72 max-w-full items-center gap-2.5 rounded-md border border-line bg-surface px-2.5 py-2 text-ink hover:bg-sunken"
    >
      <span className="flex size-9 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
        <FileText aria-hidden className="size-5" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">
          <span className="sr-only">Download </span>
          {name}
        </span>
        <span className="figures block text-xs text-ink-soft">{documentWords(file)}</span>
      </span>
      <Download aria-hidden className="size-4 shrink-0 text-ink-soft" />
    </a>
  )
}
