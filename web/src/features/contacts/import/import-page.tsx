import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { Import } from '../../../lib/api-types.ts'
import { useSlug } from '../../../lib/use-slug.ts'
import { Broken } from '../../../ui/broken.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../../ui/settings-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { importQuery, isAtWork } from '../queries.ts'
import { AtWork } from './at-work.tsx'
import { Counts } from './counts.tsx'
import { PlanForm } from './plan-form.tsx'
import { RefusedLines } from './refused-lines.tsx'
import { StartImport } from './start-import.tsx'
import { UploadFile } from './upload-file.tsx'

/** People from a file: upload, say what the columns are, look at what would happen, import. Can be left and found again. */
export function ImportPage() {
  usePageTitle('Import contacts')
  const slug = useSlug()
  const { importId } = useParams({ strict: false })
  return (
    <SettingsPage
      title="Import contacts"
      back={
        <Link
          to={importId ? '/w/$slug/contacts/import' : '/w/$slug/contacts'}
          params={{ slug }}
          className="inline-flex items-center gap-1.5 text-sm text-ink-soft hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" /> {importId ? 'All imports' : 'Contacts'}
        </Link>
      }
    >
      {importId ? <OneImport key={importId} slug={slug} id={importId} /> : <UploadFile slug={slug} />}
    </SettingsPage>
  )
}

function OneImport({ slug, id }: { slug: string; id: string }) {
  const { data: one, error, refetch } = useQuery(importQuery(slug, id))
  if (error && !one) return <Broken title="This import could not be loaded" error={error} onRetry={() => refetch()} />
  if (!one) return <RowsSkeleton label="Loading the import" />
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-ink-soft">
        <span className="font-medium break-all text-ink">{one.fileName}</span> ·{' '}
        {encodings[one.encoding] ?? one.encoding} · separated by {delimiters[one.delimiter] ?? one.delimiter}
      </p>
      <Stage slug={slug} one={one} />
    </div>
  )
}

function Stage({ slug, one }: { slug: string; one: Import }) {
  if (isAtWork(one)) return <AtWork slug={slug} one={one} />
  if (one.state === 'cancelled') return <p>This import was stopped after {one.position} lines. Its file is removed.</p>
  if (one.state === 'uploaded') return <PlanForm slug={slug} one={one} />
  return (
    <>
      {one.failure && (
        <p role="alert" className="rounded-md bg-red-wash px-3 py-2 text-red">
          {one.failure}
        </p>
      )}
      <Counts one={one} />
      {one.state !== 'done' && <StartImport slug={slug} one={one} />}
      {one.refused > 0 && <RefusedLines slug={slug} one={one} />}
      {one.state !== 'done' && (
        <details>
          <summary className="cursor-pointer font-semibold">Change what the columns are</summary>
          <div className="mt-4">
            <PlanForm slug={slug} one={one} />
          </div>
        </details>
      )}
    </>
  )
}

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
}
const delimiters: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' }
