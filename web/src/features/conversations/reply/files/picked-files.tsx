import { createContext, type ReactNode, useContext, useEffect, useReducer, useRef } from 'react'
import type { MediaFile } from '../../../../lib/api-types.ts'
import { kindOf, type PickedKind, whyNot } from './check-file.ts'
import { uploadFile } from './upload-file.ts'

/** A file that was chosen to be sent: on its way up, there, or refused with the reason. */
export interface PickedFile {
  key: string
  file: File
  kind: PickedKind
  /** Shows a picture before anybody else has it. */
  preview: string | null
  caption: string
  /** From 0 to 1. */
  progress: number
  media: MediaFile | null
  trouble: string | null
  /** Whether another try may help. */
  canRetry: boolean
}

export interface Picked {
  files: readonly PickedFile[]
  add: (files: readonly File[]) => void
  remove: (keys: readonly string[]) => void
  retry: (key: string) => void
  write: (key: string, caption: string) => void
}

const nothing: Picked = { files: [], add: noop, remove: noop, retry: noop, write: noop }
const PickedContext = createContext<Picked>(nothing)

/** The files that are about to be sent in the conversation on screen. */
export const usePicked = () => useContext(PickedContext)

type Change =
  | { is: 'added'; files: PickedFile[] }
  | { is: 'removed'; keys: readonly string[] }
  | { is: 'changed'; key: string; part: Partial<PickedFile> }

function after(files: readonly PickedFile[], change: Change): readonly PickedFile[] {
  if (change.is === 'added') return [...files, ...change.files]
  if (change.is === 'removed') return files.filter(({ key }) => !change.keys.includes(key))
  return files.map((file) => (file.key === change.key ? { ...file, ...change.part } : file))
}

/** WhatsApp's own app sends as many at once. */
const mostAtOnce = 30

/** Holds what is chosen, and uploads it at once: by the time one has written a caption it is there. Leaving gives it up. */
export function PickedFiles({ slug, children }: { slug: string; children: ReactNode }) {
  const [files, change] = useReducer(after, [])
  const uploads = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const underWay = uploads.current
    return () => {
      for (const upload of underWay.values()) upload.abort()
    }
  }, [])

  const start = ({ key, file }: PickedFile) => {
    const upload = new AbortController()
    uploads.current.set(key, upload)
    change({ is: 'changed', key, part: { trouble: null, progress: 0 } })
    const onProgress = (progress: number) => change({ is: 'changed', key, part: { progress } })
    uploadFile({ slug, file, key, signal: upload.signal, onProgress }).then(
      (media) => change({ is: 'changed', key, part: { media, progress: 1 } }),
      (error) => {
        const canRetry = error.status === 0 || error.status >= 500 || error.status === 429
        change({ is: 'changed', key, part: { trouble: error.message, canRetry } })
      },
    )
  }
  const drop = (gone: readonly PickedFile[]) => {
    for (const { key, preview } of gone) {
      uploads.current.get(key)?.abort()
      if (preview) URL.revokeObjectURL(preview)
    }
    change({ is: 'removed', keys: gone.map(({ key }) => key) })
  }
  const picked: Picked = {
    files,
    add(chosen) {
      const fresh = chosen.slice(0, Math.max(0, mostAtOnce - files.length)).map(asPicked)
      change({ is: 'added', files: fresh })
      for (const file of fresh) if (!file.trouble) start(file)
    },
    remove: (keys) => drop(files.filter(({ key }) => keys.includes(key))),
    retry(key) {
      const file = files.find((one) => one.key === key)
      if (file) start(file)
    },
    write: (key, caption) => change({ is: 'changed', key, part: { caption } }),
  }
  return <PickedContext value={picked}>{children}</PickedContext>
}

function asPicked(file: File): PickedFile {
  const kind = kindOf(file)
  const trouble = whyNot(file)
  return {
    ...{ key: crypto.randomUUID(), file, kind, caption: '', progress: 0, media: null, trouble, canRetry: false },
    preview: kind === 'image' && trouble === null ? URL.createObjectURL(file) : null,
  }
}

function noop(): void {}
