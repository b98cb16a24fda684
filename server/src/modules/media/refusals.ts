import { Refusal } from '#lib/refusal'
import { type FileKind, type FileReason, mostBytesOut } from './file.ts'

export class EmptyFile extends Refusal {
  constructor() {
    super('empty_file', 422, 'This file is empty.')
  }
}

/** Of an upload whose kind WhatsApp bounds tighter, or that is too long for any. */
export class FileTooLarge extends Refusal {
  constructor(kind: FileKind, bytes: number | null) {
    const most = inWords(mostBytesOut[kind])
    const it = bytes === null ? 'This file is too large' : `This ${words[kind]} is ${inWords(bytes)}`
    super('file_too_large', 413, `${it}; WhatsApp takes ${most}.`)
  }
}

/** What is in it can't be sent. */
export class FileNotTaken extends Refusal {
  constructor({ code, message }: FileReason) {
    super(code, 422, message)
  }
}

export class FileNotHere extends Refusal {
  constructor() {
    super('file_not_here', 409, 'This file is not here, so it can’t be sent.')
  }
}

export class NothingToFetch extends Refusal {
  constructor() {
    super(
      'nothing_to_fetch',
      409,
      'There is nothing to fetch again: the file is here, on its way, or never had an address.',
    )
  }
}

const words: Readonly<Record<FileKind, string>> = {
  image: 'picture',
  video: 'video',
  audio: 'sound',
  document: 'file',
  sticker: 'sticker',
}

function inWords(bytes: number): string {
  const mega = bytes / (1024 * 1024)
  return mega >= 1 ? `${Number(mega.toFixed(1))} MB` : `${Math.ceil(bytes / 1024)} KB`
}
