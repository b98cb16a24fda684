import assert from 'node:assert/strict'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { pino } from 'pino'
import { systemClock } from '#lib/clock'
import { outboxIn } from '#lib/outbox'
import { emptyFolder } from '../../world/place.ts'

test('a mail lies in a folder for this user alone, whole and readable, and the log does not say what is in it', async (t) => {
  const folder = join(await emptyFolder(t), 'outbox')
  let logged = ''
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk
      done()
    },
  })
  const write = outboxIn(folder, { from: 'Frontdesk <no-reply@desk.test>', clock: systemClock, log: pino(sink) })
  await write({
    to: 'ana@example.com\r\nBcc: eve@else.test',
    subject: 'Olá, João ✓\r\nX-Evil: 1',
    text: 'The link:\nhttps://desk.test/reset-password/secret-token',
    html: '<p>Olá</p>',
  })

  const [file = ''] = await readdir(folder)
  assert.match(file, /\.eml$/)
  const mail = await readFile(join(folder, file), 'utf8')
  const [head = ''] = mail.split('\r\n\r\n')
  assert.doesNotMatch(head, /^(Bcc|X-Evil):/m, 'a line break begins no header')
  assert.match(head, /^Subject: =\?utf-8\?B\?/m)
  assert.match(mail, /Content-Type: text\/html/)
  assert.match(mail, /The link:\r\nhttps:\/\/desk\.test/)
  assert.equal((await stat(join(folder, file))).mode & 0o777, 0o600)
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
  assert.match(logged, /a mail was written/)
  assert.doesNotMatch(logged, /secret-token|ana@example/)
})
