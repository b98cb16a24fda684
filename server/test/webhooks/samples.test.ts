import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Connected, openNumber } from './number.ts'

const folder = join(import.meta.dirname, '../../../../shared/fixtures/whatsapp')

test('every sample of what providers really send is stored, and its texts become messages one can read', async (t) => {
  if (!existsSync(folder)) return t.skip(`There are no sample payloads at ${folder}: nothing was tried.`)
  const number = await openNumber(t)
  const samples: { file: string; bytes: Buffer; channel: Connected }[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    // Ids repeat from file to file, so each comes by a number of its own.
    const own = `9990000${samples.length}`
    const written = readFileSync(join(folder, file), 'utf8')
    const bytes = Buffer.from(written.replace(/"phone_number_id": "\d+"/g, `"phone_number_id": "${own}"`))
    const channel = await number.connect(own)
    assert.equal((await number.post(bytes, { to: channel })).status, 200, file)
    samples.push({ file, bytes, channel })
  }
  assert.ok(samples.length > 0)
  await number.understands('After the samples')

  for (const { file, bytes, channel } of samples) {
    const kept = await number.kept(channel.id)
    assert.deepEqual([kept.length, kept[0]?.taken, kept[0]?.body.equals(bytes)], [1, true, true], file)
    assert.deepEqual(kept[0]?.aside, [], file)
    const texts = await number.texts(channel.id)
    const said = JSON.parse(bytes.toString()).entry[0].changes[0].value.messages?.[0].text?.body
    if (said) assert.deepEqual(texts, [said], file)
    else if (/_(status|account|template_(category|quality|status)|calls|system)/.test(file))
      assert.deepEqual(texts, [], file)
    else assert.equal(texts.length, 1, `${file} is shown as what it is`)
  }
  assert.deepEqual(number.bugs, [])
})
