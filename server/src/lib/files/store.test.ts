import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import test from 'node:test'
import { emptyFolder } from '../../../world/place.ts'
import { startBucketServer } from './bucket-server.testing.ts'
import { openStore } from './open-store.ts'
import { TooManyBytes } from './stage.ts'
import type { FileStore } from './store.ts'

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

/** What a store promises, whatever keeps the files. */
async function keepsItsPromises(store: FileStore): Promise<void> {
  const staged = await store.stage(pieces('Hello ', 'Ana'), 9)
  assert.equal(staged.bytes, 9)
  assert.deepEqual(staged.sha256, createHash('sha256').update('Hello Ana').digest())
  await store.keep('tenant/one', staged, 'text/plain')
  await staged.drop()
  await store.keep('tenant/two', Buffer.from('bytes'), 'application/octet-stream')
  await store.keep('tenant/two', Buffer.from('other bytes'), 'application/octet-stream')

  assert.equal(String(await buffer(await store.read('tenant/one'))), 'Hello Ana')
  assert.equal(String(await buffer(await store.read('tenant/one', { first: 6, last: 8 }))), 'Ana')
  assert.equal(String(await buffer(await store.read('tenant/two'))), 'other bytes')
  await store.remove(['tenant/one', 'tenant/never-was'])
  await assert.rejects(store.read('tenant/one'))
  await assert.rejects(store.read('tenant/one', { first: 0, last: 1 }))
}

test('a folder keeps files whole, reads parts of them, and forgets what is removed', async (t) => {
  const folder = await emptyFolder(t)
  await keepsItsPromises(openStore(folder, undefined))
  assert.deepEqual(readdirSync(join(folder, 'files/tenant')), ['two'], 'nothing unfinished lies about')
})

test('so does a bucket that speaks S3', async (t) => {
  const server = await startBucketServer()
  t.after(() => server.close())
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'salon', AWS_SECRET_ACCESS_KEY: 'secret' })
  const bucket = { name: 'files', prefix: 'frontdesk', region: 'eu-central-1', endpoint: server.url }
  await keepsItsPromises(openStore(await emptyFolder(t), bucket))
  assert.deepEqual([...server.objects.keys()], ['/files/frontdesk/tenant/two'])
  assert.match(server.signedBy[0] ?? '', /^AWS4-HMAC-SHA256 Credential=salon\/\d{8}\/eu-central-1\/s3\//)
})

test('what is too long, or breaks off, leaves nothing', async (t) => {
  const folder = await emptyFolder(t)
  const store = openStore(folder, undefined)
  await assert.rejects(store.stage(pieces('12345', '67890'), 9), TooManyBytes)
  const broken = (async function* () {
    yield Buffer.from('begun')
    throw new Error('the line broke')
  })()
  await assert.rejects(store.stage(broken, 100), /the line broke/)
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), [])
})

test('what a killed process left unfinished goes once it is old', async (t) => {
  const store = openStore(await emptyFolder(t), undefined)
  const [old, fresh] = [await store.stage(pieces('old'), 9), await store.stage(pieces('fresh'), 9)]
  utimesSync(old.path, new Date('2026-01-01'), new Date('2026-01-01'))
  await store.sweep(new Date('2026-01-02'))
  assert.deepEqual([existsSync(old.path), existsSync(fresh.path)], [false, true])
})
