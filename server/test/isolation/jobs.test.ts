import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#lib/actor'
import { jobs, loops, reactions } from '../../src/app.ts'
import { fingerprint } from './fingerprint.ts'
import type { Planted } from './planted.ts'
import { stage } from './stage.ts'

/** One row a job: what it is told to do, with the things of one workspace. */
const payloads: Readonly<Record<string, (of: Planted) => object>> = {
  'channels.check': ({ channelId }) => ({ channelId }),
  'channels.subscribe': ({ channelId }) => ({ channelId }),
  'contacts.import': ({ checkedId }) => ({ importId: checkedId }),
  'conversations.deliver': ({ conversationId }) => ({ conversationId }),
  'conversations.show-read': ({ conversationId }) => ({ conversationId }),
  'conversations.sign-typing': ({ conversationId }) => ({ conversationId, at: new Date().toISOString() }),
  'media.clean': ({ mediaId }) => ({ fileId: mediaId }),
  'media.fetch': ({ mediaId }) => ({ fileId: mediaId }),
  'media.prepare': ({ mediaId }) => ({ fileId: mediaId }),
  'templates.submit': ({ originalId }) => ({ templateId: originalId, wabaId: '1' }),
  'templates.sync': ({ channelId }) => ({ wabaId: '1', channelId }),
  'conversations.spread-label': ({ labelId }) => ({ labelId, from: 'canary label', to: null }),
}

test('a job that runs for one workspace can do nothing with what another has', async (t) => {
  assert.deepEqual(jobs.map(({ name }) => name).sort(), Object.keys(payloads).sort(), 'every job stands in the matrix')
  const { context, meta, mine, theirs, ownerUrl, ask } = await stage(t)
  // Something of theirs waits to be sent, so that a job that strayed would find work.
  const waiting = await ask('POST', `/api/v1/w/${theirs.desk.slug}/conversations/${theirs.conversationId}/messages`, {
    token: theirs.desk.tokens.owner,
    body: { text: 'canary waits' },
  })
  assert.equal(waiting.status, 201)
  const before = await fingerprint(ownerUrl, theirs.desk.tenantId)
  const calls = meta.calls.length

  for (const job of jobs) {
    const payload = job.payload.parse(payloads[job.name]?.(theirs))
    const outcome = await job.run(context, mine.desk.tenantId, payload)
    assert.ok(['done', 'giveUp'].includes(outcome.kind), job.name)
  }
  assert.equal(meta.calls.length, calls, 'nobody is called')
  assert.deepEqual(await fingerprint(ownerUrl, theirs.desk.tenantId), before)

  for (const job of jobs) await job.run(context, theirs.desk.tenantId, job.payload.parse(payloads[job.name]?.(theirs)))
  assert.ok(meta.calls.length > calls, 'for its own workspace it does')
})

const detailsOf: Readonly<Record<string, (of: Planted) => object>> = {
  'contacts.unmerged': ({ contactId }) => ({ from: contactId }),
  'channels.template_reported': () => ({
    ...{ wabaId: '1', name: 'reminder', language: 'en', at: new Date().toISOString(), said: { event: 'APPROVED' } },
  }),
}

test('a reaction to a fact that names another workspace’s things changes nothing of them', async (t) => {
  const { context, mine, theirs, ownerUrl } = await stage(t)
  const before = await fingerprint(ownerUrl, theirs.desk.tenantId)
  const channelMoved = { from: 'paused', to: 'connected', reason: null }
  for (const { hears } of reactions) {
    for (const [name, hear] of Object.entries(hears)) {
      const details = detailsOf[name]?.(theirs) ?? channelMoved
      const fact = {
        ...{ tenantId: mine.desk.tenantId, id: mine.contactId, xid: '1', name, at: new Date(), details },
        ...{ subjectId: theirs.channelId, contactId: theirs.contactId, conversationId: theirs.conversationId },
        actor: { kind: 'system' },
      }
      const react = hear as (tx: unknown, fact: unknown) => Promise<void>
      await context.withTenant({ tenantId: mine.desk.tenantId, actor: system }, (tx) => react(tx, fact))
    }
  }
  assert.deepEqual(await fingerprint(ownerUrl, theirs.desk.tenantId), before)
  // They take what waits in any workspace, each within a transaction of its own: the webhook's and the delivery's tests show it.
  assert.deepEqual(loops.map(({ name }) => name).sort(), [
    'channels.examine',
    'contacts.sweep-imports',
    'conversations.resume',
    'conversations.sweep',
    'conversations.take-in',
    'conversations.wake',
    'media.sweep',
  ])
})
