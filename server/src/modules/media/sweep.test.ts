import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import test from 'node:test'
import { sql } from 'kysely'
import { uploadedFile } from '../../../world/files.ts'
import { type Inbox, inbox } from '../../../world/inbox.ts'
import { samples } from './files.testing.ts'
import { getFile, takeFile, upload } from './index.ts'
import { placeOf, thumbnailPlaceOf } from './place.ts'
import { prepareMedia } from './prepare.ts'
import { cleanMedia } from './remove.ts'
import { sweepMedia } from './sweep.ts'

const day = 24 * 3_600_000

test('an upload that no message takes within a day goes, row and bytes; one that a message took stays', async (t) => {
  const desk = await inbox(t)
  const { context, salon, clock } = desk
  const [unused, used] = [await uploadedFile(desk, 'a.txt', 'one'), await uploadedFile(desk, 'b.txt', 'two')]
  await salon.as(salon.staff, (tx) => takeFile(tx, used))
  const clean = (fileId: string) => cleanMedia.run(context, salon.tenantId, { fileId })
  await clean(unused)
  assert.ok(await context.files.read(placeOf({ tenantId: salon.tenantId, id: unused })), 'its time has not come')

  clock.advance(day + 60_000)
  assert.equal(await sweepMedia(context), 1)
  for (const id of [unused, used]) await clean(id)
  await assert.rejects(
    salon.as(salon.staff, (tx) => getFile(tx, context, unused)),
    { code: 'not_found' },
  )
  await assert.rejects(context.files.read(placeOf({ tenantId: salon.tenantId, id: unused })))
  assert.equal(String(await buffer(await context.files.read(placeOf({ tenantId: salon.tenantId, id: used })))), 'two')
})

test('what a killed process left is found: an upload without an end, a picture without a thumbnail', async (t) => {
  const desk = await inbox(t)
  const { context, salon, clock } = desk
  const bytes = async function* () {
    yield await samples.photo()
  }
  // The process dies before the second half of each.
  await upload(context, salon.staff, { bytes: bytes(), name: 'lost.jpg', type: 'image/jpeg' })
  const whole = await upload(context, salon.staff, { bytes: bytes(), name: 'cut.jpg', type: 'image/jpeg' })
  await salon.as(salon.staff, (tx) => whole.record(tx))

  clock.advance(60_000)
  assert.equal(await sweepMedia(context), 1, 'the picture')
  await prepareMedia.run(context, salon.tenantId, { fileId: whole.id })
  const file = await salon.as(salon.staff, (tx) => getFile(tx, context, whole.id))
  assert.deepEqual([file.width, file.height], [800, 1200])
  assert.ok(await context.files.read(thumbnailPlaceOf({ tenantId: salon.tenantId, id: whole.id })))
  clock.advance(day)
  assert.equal(await sweepMedia(context), 2, 'both, since no message took them')
})

test('what a workspace keeps is counted by its bytes', async (t) => {
  const desk = await inbox(t)
  await uploadedFile(desk, 'a.txt', '12345')
  await uploadedFile(desk, 'b.txt', '123')
  assert.deepEqual(await usage(desk, desk.salon.tenantId), { files: 2, bytes: 8 })
  assert.equal(await usage(desk, desk.clinic.tenantId), undefined)
})

async function usage({ context, salon }: Inbox, tenantId: string) {
  const { rows } = await context.withTenant({ ...salon.owner, tenantId }, (tx) =>
    sql<{ files: number; bytes: number }>`select files::int, bytes::int from media.usage`.execute(tx.db),
  )
  return rows[0]
}
