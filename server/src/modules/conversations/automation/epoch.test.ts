import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#lib/actor'
import { type Inbox, inbox } from '../../../../world/inbox.ts'
import { change } from '../change.ts'
import { requestHandoff } from '../handoff/request-handoff.ts'
import { getTimeline } from '../message-queries.ts'
import { getConversation } from '../queries.ts'
import { replyAutomatically } from './reply-automatically.ts'
import { resumeDue } from './resume-due.ts'
import { changeSettings } from './settings.ts'

const hour = 60 * 60_000

test('what automation says leaves in its own name while nobody steps in', async (t) => {
  const desk = await inbox(t)
  const id = await say(desk, await epochOf(desk))
  await desk.deliver()
  assert.deepEqual(desk.texts(), ['By itself'])
  const { senderType, senderId, status } = await desk.message(id)
  assert.deepEqual([senderType, senderId, status], ['assistant', null, 'accepted'])
  assert.equal((await show(desk)).automation.paused, false)
})

test('after a reply, an assignment, a hand-over, a pause or a resume, what was decided before is refused', async (t) => {
  const desk = await inbox(t)
  const { salon, ana } = desk
  const staff = (wish: Parameters<typeof change>[2]) =>
    salon.as(salon.staff, (tx) => change(tx, ana.conversationId, wish))
  const me = (salon.staff.actor as { id: string }).id
  const acts: (() => Promise<unknown>)[] = [
    () => staff({ assigneeId: me }),
    () => desk.answer('I am here'),
    () => staff({ automationPaused: false }),
    () => staff({ automationPaused: true }),
    () => salon.as(salon.staff, (tx) => requestHandoff(tx, { ...ana, reason: 'x' })),
  ]
  for (const act of acts) {
    const epoch = await epochOf(desk)
    await act()
    assert.ok((await epochOf(desk)) > epoch)
    await assert.rejects(say(desk, epoch), { code: 'person_stepped_in' })
  }
  await assert.rejects(say(desk, await epochOf(desk)), { code: 'person_stepped_in' }, 'it is paused')
  await staff({ automationPaused: false, labels: [] })
  const epoch = await epochOf(desk)
  await staff({ status: 'pending' })
  await say(desk, epoch)
})

test('what still waits when a person replies is cancelled with the reason, and the reply leaves', async (t) => {
  const desk = await inbox(t)
  const id = await say(desk, await epochOf(desk))
  await desk.answer('A person')
  // Even when automation goes on meanwhile: what it wrote belongs to before.
  await desk.salon.as(desk.salon.staff, (tx) => change(tx, desk.ana.conversationId, { automationPaused: false }))
  await desk.deliver()
  assert.deepEqual(desk.texts(), ['A person'])
  const { status, error } = await desk.message(id)
  assert.deepEqual([status, error?.code], ['cancelled', 'person_stepped_in'])
  const { attempts } = await desk.salon.as(desk.salon.staff, (tx) => getTimeline(tx, id))
  assert.deepEqual(
    attempts.map(({ state }) => state),
    ['cancelled'],
  )
})

test('a retry is cancelled as well', async (t) => {
  const desk = await inbox(t)
  desk.meta.misbehave({ kind: 'error', code: 131000, times: 1 })
  const id = await say(desk, await epochOf(desk))
  await desk.deliver()
  assert.equal((await desk.message(id)).status, 'queued')
  await desk.answer('A person')
  desk.clock.advance(hour)
  await desk.deliver()
  assert.deepEqual(desk.texts(), ['A person'])
  assert.equal((await desk.message(id)).status, 'cancelled')
})

test('however replies of people, automation and delivery interleave, nothing of automation follows a person’s word', async (t) => {
  const desk = await inbox(t)
  const customers = [desk.ana, ...(await Promise.all([2, 3, 4, 5, 6].map((n) => desk.hear(`+3460000000${n}`))))]
  const rounds = customers.map(async (customer, at) => {
    const epoch = await epochOf(desk, customer)
    const bot = async (n: number) => {
      await say(desk, epoch, customer, `bot ${at} ${n}`).catch((error: { code?: string }) =>
        assert.equal(error.code, 'person_stepped_in'),
      )
      await desk.deliver(customer)
    }
    await Promise.all([bot(1), bot(2), desk.answer(`person ${at}`, customer), bot(3), desk.deliver(customer)])
    await desk.deliver(customer)
  })
  await Promise.all(rounds)
  for (const [at] of customers.entries()) {
    const said = desk.texts().filter((text) => text?.includes(` ${at}`))
    assert.equal(said.at(-1), `person ${at}`, `${said}`)
  }
})

test('automation goes on so many hours after the last reply, and not while somebody waits for a person', async (t) => {
  const desk = await inbox(t)
  const { salon, clock, ana, context } = desk
  await salon.as(salon.manager, (tx) => changeSettings(tx, { automationResumesAfterHours: 4 }))
  await desk.answer('One')
  clock.advance(3 * hour)
  await desk.answer('Two')
  clock.advance(3 * hour)
  assert.equal(await resumeDue(context), 0)
  const paused = await show(desk)
  assert.deepEqual(
    [paused.automation.why, paused.automation.by?.id],
    ['reply', (salon.staff.actor as { id: string }).id],
  )
  clock.advance(hour)
  const epoch = await epochOf(desk)
  assert.equal(await resumeDue(context), 1)
  assert.equal(await resumeDue(context), 0)
  assert.equal((await show(desk)).automation.paused, false)
  assert.ok((await epochOf(desk)) > epoch)

  await desk.asSystem((tx) => requestHandoff(tx, { ...ana, reason: 'A person please', by: 'customer' }))
  clock.advance(100 * hour)
  assert.equal(await resumeDue(context), 0)
})

test('a workspace may have it wait for a person’s word, and only those who decide may say so', async (t) => {
  const desk = await inbox(t)
  const { salon } = desk
  const set = (who: typeof salon.owner, hours: number | null) =>
    salon.as(who, (tx) => changeSettings(tx, { automationResumesAfterHours: hours }))
  await set(salon.manager, null)
  await desk.answer('One')
  assert.equal((await show(desk)).automation.resumesAt, null)
  await assert.rejects(set(salon.staff, 1), { code: 'forbidden' })
})

const say = ({ context, salon, ana }: Inbox, epoch: number, { conversationId } = ana, text = 'By itself') =>
  context.withTenant({ tenantId: salon.tenantId, actor: system }, (tx) =>
    replyAutomatically(tx, context, { conversationId, text, by: 'assistant', epoch }),
  )

const show = ({ salon, ana }: Inbox) => salon.as(salon.staff, (tx) => getConversation(tx, ana.conversationId))

function epochOf({ asSystem, ana }: Inbox, { conversationId } = ana): Promise<number> {
  return asSystem(async (tx) => {
    const { epoch } = await tx.db
      .selectFrom('conversations.conversation')
      .select('epoch')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
    return epoch
  })
}
