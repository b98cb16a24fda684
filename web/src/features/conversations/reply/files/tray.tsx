import { FileText, Image, Music, Video, X } from 'lucide-react'
import { iconButtonClass } from '../../../../ui/button.tsx'
import { cx } from '../../../../ui/cx.ts'
import { inputClass } from '../../../../ui/field.tsx'
import { sizeWords } from '../../media/file-words.ts'
import { useLeaveWarning } from '../use-leave-warning.ts'
import { type PickedFile, usePicked } from './picked-files.tsx'

/** What is about to be sent, each with its words, how far it got, and a way out. */
export function Tray() {
  const { files } = usePicked()
  useLeaveWarning(files.length > 0)
  if (files.length === 0) return null
  return (
    <ul
      aria-label="Files to send"
      className="mx-auto mb-2 flex max-h-60 max-w-200 flex-col gap-1.5 overflow-y-auto px-4"
    >
      {files.map((file) => (
        <Row key={file.key} picked={file} />
      ))}
    </ul>
  )
}

function Row({ picked }: { picked: PickedFile }) {
  const { remove, retry, write } = usePicked()
  const { key, file, kind, caption, progress, media, trouble, canRetry } = picked
  return (
    <li
      className={cx(
        'flex items-center gap-2.5 rounded-md border p-1.5',
        trouble ? 'border-red bg-red-wash' : 'border-line bg-canvas',
      )}
    >
      <Preview picked={picked} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2 text-xs">
          <span className="truncate font-medium">{file.name}</span>
          <span className="figures shrink-0 text-ink-soft">{sizeWords(file.size)}</span>
        </span>
        {trouble && (
          <span role="alert" className="block text-xs text-red">
            {trouble}{' '}
            {canRetry && (
              <button
                type="button"
                onClick={() => retry(key)}
                className="rounded-sm font-semibold underline hover:no-underline"
              >
                Try again
              </button>
            )}
          </span>
        )}
        {!trouble && kind !== 'audio' && (
          <input
            value={caption}
            maxLength={1024}
            dir="auto"
            placeholder="Add a caption"
            aria-label={`Caption for ${file.name}`}
            onChange={(event) => write(key, event.target.value)}
            className={cx(inputClass, 'mt-1 h-8 px-2')}
          />
        )}
        {!trouble && media === null && <Bar name={file.name} share={progress} />}
      </span>
      <button
        type="button"
        aria-label={`Remove ${file.name}`}
        title="Remove"
        onClick={() => remove([key])}
        className={iconButtonClass}
      >
        <X aria-hidden className="size-4" />
      </button>
    </li>
  )
}

function Bar({ name, share }: { name: string; share: number }) {
  return (
    <progress
      aria-label={`Uploading ${name}`}
      max={1}
      value={share}
      className="mt-1.5 block h-1 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
    />
  )
}

const icons = { image: Image, video: Video, audio: Music, document: FileText }

function Preview({ picked: { preview, kind } }: { picked: PickedFile }) {
  if (preview) return <img src={preview} alt="" className="size-12 shrink-0 rounded-sm bg-sunken object-cover" />
  const Icon = icons[kind]
  return (
    <span className="flex size-12 shrink-0 items-center justify-center rounded-sm bg-sunken text-ink-soft">
      <Icon aria-hidden className="size-5" />
    </span>
  )
}
