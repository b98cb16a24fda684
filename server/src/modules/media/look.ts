import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { Looked } from './type.ts'

/** Looks into a file for what it is. Nothing of it is run or opened by a program. */
export async function look(path: string): Promise<Looked> {
  const found = await fileTypeFromFile(path)
  return { sniffed: found?.mime ?? null, isText: !found && (await beginsAsText(path)) }
}

async function beginsAsText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    // The last letter may be cut in two.
    const text = new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead), { stream: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that no text has
    return !/[\u0000-\u0008\u000e-\u001a\ufffd]/.test(text)
  } finally {
    await file.close()
  }
}
