import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replyWithTemplate } from '#conversations'
import { inbox } from '../../../../world/inbox.ts'
import { newsOfTemplate } from '../../channels/providers/whatsapp-cloud/parse-template-news.ts'
import { changeTemplate } from '../change.ts'
import { createTemplate } from '../create.ts'
import { getTemplate } from '../queries.ts'
import { handOver } from './hand-over.ts'
import { hearReport } from './hear.ts'
import { submitTemplate } from './submit.ts'
import { sync } from './sync.ts'

const day = 24 * 3_600_000

test('a template is judged by WhatsApp, leaves in the words that were approved, and only while they are', async (t) => {
  const { context, clock, salon, channel, ana, meta, asSystem, deliver, message } = await inbox(t)
  const { tenantId } = salon
  const asOwner = <T>(act: Parameters<typeof salon.as<T>>[1]) => salon.as(salon.owner, act)
  const wabaId = '1'
  const whatsapp = {
    header: 'News of your visit',
    body: 'Hello {{ name }}, we look forward to your visit on {{ day }} very much.',
    footer: 'Salon Rosa',
    buttons: [{ kind: 'quick_reply', text: 'See you' } as const],
  }
  const variables = [
    { name: 'name', type: 'name', example: 'Ana' },
    { name: 'day', type: 'date', example: '2026-11-24' },
  ] as const
  const versions = [{ language: 'en', whatsapp, email: null, sms: null }]
  const id = await asOwner((tx) =>
    createTemplate(tx, { name: 'visit', title: 'Visit', category: 'UTILITY', variables, versions }),
  )
  const standing = async () => (await asOwner((tx) => getTemplate(tx, id))).submissions[0]
  const send = (values: Record<string, string>) =>
    salon.as(salon.staff, (tx) =>
      replyWithTemplate(tx, context, { conversationId: ana.conversationId, templateId: id, variables: values }),
    )
  const give = async () => {
    await asOwner((tx) => submitTemplate(tx, id, {}))
    await handOver.run(context, tenantId, { templateId: id, wabaId })
  }
  const hear = (value: object, at = clock.now()) => {
    const news = newsOfTemplate({ message_template_name: 'visit', message_template_language: 'en', ...value })
    assert.ok(news)
    return asSystem((tx) => hearReport(tx, { ...news, wabaId, at: at.toISOString() }))
  }
  clock.advance(2 * day)
  const values = { name: 'Ana\nLópez', day: '2026-11-24' }
  await assert.rejects(send(values), { code: 'template_not_approved' })

  await t.test('submitted twice, it is there once', async () => {
    await give()
    await asOwner((tx) => submitTemplate(tx, id, {}))
    await handOver.run(context, tenantId, { templateId: id, wabaId })
    assert.equal(meta.templates.all.length, 1)
    assert.deepEqual([(await standing())?.status, (await standing())?.isCurrent], ['pending', true])
  })

  await t.test('a rejection says why; an older webhook changes nothing', async () => {
    clock.advance(60_000)
    await hear({ event: 'REJECTED', reason: 'PROMOTIONAL' })
    assert.equal((await standing())?.status, 'rejected')
    assert.match((await standing())?.reason ?? '', /marketing/)
    await hear({ event: 'APPROVED' }, new Date(clock.now().getTime() - 3_600_000))
    assert.equal((await standing())?.status, 'rejected')
  })

  await t.test(
    'approved, it is found by asking, and goes out outside the window with its values in one line',
    async () => {
      clock.advance(60_000)
      await meta.judgeTemplate({ wabaId, name: 'visit', language: 'en', status: 'APPROVED' }).catch(() => undefined)
      await sync.run(context, tenantId, { wabaId, channelId: channel.id })
      assert.equal((await standing())?.status, 'approved')
      await assert.rejects(send({ name: 'Ana' }), { code: 'invalid_input', message: '“day” is missing.' })
      const messageId = await send(values)
      await deliver()
      const sent = await message(messageId)
      assert.deepEqual([sent.status, sent.kind, sent.templateId, sent.error], ['accepted', 'template', id, null])
      assert.equal(sent.text, 'Hello Ana López, we look forward to your visit on Tuesday, November 24 very much.')
      assert.equal(meta.chats.all[0]?.messages.at(-1)?.text, sent.text)
    },
  )

  await t.test('what is changed here leaves as it was approved until it is approved anew', async () => {
    const changed = { ...whatsapp, body: 'Hello {{ name }}, everything is different on {{ day }} from now on.' }
    await asOwner((tx) =>
      changeTemplate(tx, id, { versions: [{ language: 'en', whatsapp: changed, email: null, sms: null }] }),
    )
    assert.equal((await standing())?.isCurrent, false)
    const messageId = await send(values)
    await deliver()
    assert.match((await message(messageId)).text ?? '', /look forward/)
  })

  await t.test('paused after it was queued, it does not leave', async () => {
    const messageId = await send(values)
    clock.advance(60_000)
    await hear({ event: 'PAUSED', reason: 'NONE' })
    await deliver()
    const { status, error } = await message(messageId)
    assert.deepEqual([status, error?.code], ['failed', 'template_not_approved'])
  })

  await t.test('a category that moved is kept and told, and what is gone over there is gone here', async () => {
    clock.advance(60_000)
    await hear({ new_category: 'MARKETING' })
    assert.equal((await standing())?.category, 'MARKETING')
    meta.templates.remove(wabaId, 'visit')
    clock.advance(60_000)
    await sync.run(context, tenantId, { wabaId, channelId: channel.id })
    assert.equal((await standing())?.status, 'gone')
  })
})
