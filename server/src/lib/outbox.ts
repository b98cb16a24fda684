import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '#lib/clock'
import { newId } from '#lib/id'
import type { Logger } from '#lib/log'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

/** Hands a mail over to whatever carries mails. Resolves once it is safe there. */
export type WriteMail = (mail: Mail) => Promise<void>

/**
 * Writes each mail as an `.eml` file into a folder that only this user may read. The log says that there is one, and nothing
 * of what is in it: the links in mails open accounts.
 */
export function outboxIn(folder: string, { from, clock, log }: { from: string; clock: Clock; log: Logger }): WriteMail {
  return async (mail) => {
    const id = newId()
    const file = join(folder, `${id}.eml`)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Under another name until it is whole: whoever watches the folder finds no half mail.
    await writeFile(`${file}.unfinished`, asMessage(mail, { id, from, at: clock.now() }), { mode: 0o600, flag: 'wx' })
    await rename(`${file}.unfinished`, file)
    log.info({ file, subject: mail.subject }, 'a mail was written to the outbox')
  }
}

/** RFC 5322, with the text readable as it lies there. */
function asMessage({ to, subject, text, html }: Mail, envelope: { id: string; from: string; at: Date }): string {
  const head = [
    `From: ${envelope.from}`,
    `To: ${oneLine(to)}`,
    `Subject: ${encodedWord(oneLine(subject))}`,
    `Date: ${envelope.at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${envelope.id}@${envelope.from.replace(/^.*@|>$/g, '')}>`,
    'MIME-Version: 1.0',
  ]
  if (html === undefined) return [...head, ...part('plain', text)].join('\r\n')
  const boundary = `part-${envelope.id}`
  return [
    ...head,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...part('plain', text),
    `--${boundary}`,
    ...part('html', html),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

function part(kind: 'plain' | 'html', body: string): string[] {
  const head = [`Content-Type: text/${kind}; charset=utf-8`, 'Content-Transfer-Encoding: 8bit', '']
  return [...head, body.replace(/\r?\n/g, '\r\n'), '']
}

/** A line break in a header would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

/** RFC 2047, where plain ASCII will not do. */
function encodedWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const words = text.match(/.{1,15}/gsu) ?? []
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}
