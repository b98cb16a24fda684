import type { ProviderError } from '#channels'
import type { Staged } from '#lib/files/stage'
import type { FileReason } from './file.ts'
import { look } from './look.ts'
import type { FileRow } from './queries.ts'
import { type Pictured, picture } from './thumbnail.ts'
import { isPicture, judgeArrived } from './type.ts'

/** A file that may be kept, with what was found out about it. */
export interface SoundFile {
  readonly kind: 'sound'
  readonly staged: Staged
  readonly type: string
  readonly pictured: Pictured | undefined
}

export type Examined =
  | SoundFile
  | { readonly kind: 'bad'; readonly reason: FileReason }
  /** Not what the provider says it sent: the way here may be to blame. */
  | { readonly kind: 'failed'; readonly error: ProviderError }

/** Examines what arrived: whether it is whole, whether it is what it came as, and, of a picture, how it looks small. */
export async function examine(
  file: Pick<FileRow, 'kind' | 'name' | 'declaredType'>,
  staged: Staged,
  hashes: readonly (string | null)[],
): Promise<Examined> {
  if (!hashes.every((written) => isHash(staged.sha256, written))) return { kind: 'failed', error: altered }
  if (staged.bytes === 0) return { kind: 'bad', reason: empty }
  const judged = judgeArrived(file.kind, await look(staged.path), { name: file.name, type: file.declaredType })
  if ('refused' in judged) return { kind: 'bad', reason: judged.refused }
  const { type } = judged
  return { kind: 'sound', staged, type, pictured: isPicture(type) ? await picture(staged.path) : undefined }
}

/** In webhooks it is written in base64, in answers in hex. What is neither says nothing. */
function isHash(sha256: Buffer, written: string | null): boolean {
  const hash = written?.trim() ?? ''
  if (/^[0-9a-f]{64}$/i.test(hash)) return sha256.toString('hex') === hash.toLowerCase()
  return !/^[\w+/-]{43}=?$/.test(hash) || sha256.equals(Buffer.from(hash, 'base64'))
}

const empty = { code: 'empty_file', message: 'The file is empty.' }
const altered: ProviderError = {
  code: 'altered_on_the_way',
  class: 'media',
  message: 'What arrived is not what was sent: its checksum is another.',
}
