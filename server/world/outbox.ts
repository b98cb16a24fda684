import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from './until.ts'

export interface WrittenMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The token of the link in it. */
  readonly token: string
}

/** The mails in an installation's outbox, the oldest first. */
export async function mailsIn(dataDir: string): Promise<WrittenMail[]> {
  const folder = join(dataDir, 'outbox')
  const files = await readdir(folder).catch(() => [])
  const letters = files.filter((file) => file.endsWith('.eml')).sort()
  return Promise.all(letters.map(async (file) => parse(await readFile(join(folder, file), 'utf8'))))
}

/** Waits until so many mails for somebody have been written, and answers the last. */
export async function mailFor(dataDir: string, to: string, count = 1): Promise<WrittenMail> {
  const find = async () => (await mailsIn(dataDir)).filter((mail) => mail.to === to)
  await until(`mail ${count} for ${to}`, async () => (await find()).length >= count)
  const last = (await find()).at(-1)
  if (!last) throw new Error(`no mail for ${to}`)
  return last
}

function parse(source: string): WrittenMail {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const text = rest.join('\n\n').replaceAll('\r\n', '\n')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  return { to: header('To'), subject: header('Subject'), text, token: /https?:\S+\/([\w-]{20,})/.exec(text)?.[1] ?? '' }
}
