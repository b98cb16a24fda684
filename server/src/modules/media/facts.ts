import type { FileKind } from './file.ts'

declare module '#lib/facts/types' {
  interface Facts {
    'media.stored': { kind: FileKind; type: string; bytes: number }
    'media.refused': { kind: FileKind; code: string }
    'media.expired': { kind: FileKind; code: string }
    /** Somebody asked for it once more. */
    'media.asked_again': { kind: FileKind }
    'media.uploaded': { kind: FileKind; type: string; bytes: number }
    'media.thumbnail_made': { kind: FileKind }
  }
}
