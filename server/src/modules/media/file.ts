import { z } from 'zod'
import { storableText } from '#lib/storable-text'

export const fileKinds = ['image', 'video', 'audio', 'document', 'sticker'] as const
export type FileKind = (typeof fileKinds)[number]

/** `pending`: on its way here. `refused`, `expired`: it will not come unless somebody asks for it again. */
export const fileStates = ['pending', 'stored', 'refused', 'expired'] as const
export type FileState = (typeof fileStates)[number]

/** Why a file is not here, or not yet. */
export interface FileReason {
  readonly code: string
  readonly message: string
}

export const File = z
  .object({
    id: z.uuid(),
    kind: z.enum(fileKinds),
    status: z.enum(fileStates),
    reason: z
      .object({ code: z.string(), message: z.string() })
      .nullable()
      .describe('Why it is not here, or why it still waits.'),
    canFetchAgain: z.boolean().describe('Whether it may be worth asking for it once more.'),
    name: z.string().nullable(),
    type: z.string().nullable().describe('What it was found to be, whatever it claims.'),
    size: z.number().int().nullable().describe('Bytes.'),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    links: z
      .object({ file: z.string(), download: z.string(), thumbnail: z.string().nullable() })
      .nullable()
      .describe('Paths on this server. They need no sign-in and end after six to twelve hours.'),
  })
  .meta({ id: 'MediaFile' })
export type File = z.input<typeof File>

/** Bytes a customer's file may have at most: what WhatsApp hands on. */
export const mostBytesIn = 100 * 1024 * 1024

const mega = 1024 * 1024

/** Bytes WhatsApp takes of each kind. */
export const mostBytesOut: Readonly<Record<FileKind, number>> = {
  image: 5 * mega,
  video: 16 * mega,
  audio: 16 * mega,
  document: 100 * mega,
  sticker: 100 * 1024,
}

/** A name as it is shown and saved under: no path, no control signs, nothing that turns the text around. */
export function plainName(given: string): string | null {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const name = storableText(last.replaceAll('\u0000', ''))
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^[\s.]+/, '')
    .trim()
  const whole = [...name]
  return whole.length === 0 ? null : whole.slice(-200).join('')
}
