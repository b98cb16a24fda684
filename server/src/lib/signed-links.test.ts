import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#lib/id'
import { linkSignerFor } from '#lib/signed-links'

const linked = { tenantId: newId(), id: newId(), part: 2, until: new Date('2026-03-02T09:00:00Z') }

test('a link says what it opens and until when, the same each time', () => {
  const { sign, read } = linkSignerFor('a secret of sixteen')
  assert.deepEqual(read(sign(linked)), linked)
  assert.equal(sign(linked), sign(linked))
})

test('nobody else makes one, and none can be changed', () => {
  const signer = linkSignerFor('a secret of sixteen')
  const token = signer.sign(linked)
  assert.equal(linkSignerFor('another secret here').read(token), undefined)
  const bytes = Buffer.from(token, 'base64url')
  for (const at of [0, 16, 32, 36, 37, bytes.length - 1]) {
    const bent = Buffer.from(bytes)
    bent[at] = (bent[at] ?? 0) ^ 1
    assert.equal(signer.read(bent.toString('base64url')), undefined, `byte ${at}`)
  }
  for (const other of ['', 'x', token.slice(4), `${token}AAAA`]) assert.equal(signer.read(other), undefined)
})
