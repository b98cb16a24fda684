import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Principal } from '#lib/tx'
import { type Inbox, inbox } from '../../../../world/inbox.ts'
import { change } from '../change.ts'
import { changeView, type ViewChange } from './change-view.ts'
import { countViews } from './count-views.ts'
import { deleteView } from './delete-view.ts'
import { listViews } from './queries.ts'
import { saveView, type ViewWish } from './save-view.ts'
import { mostViews } from './saved-view.ts'

test('one’s own views are nobody else’s, shared ones are everybody’s, each in their order', async (t) => {
  const desk = await inbox(t)
  const { staff, manager } = desk.salon
  await save(desk, staff, { name: 'Mine', shared: false })
  const first = await save(desk, staff, { name: 'First', shared: true })
  const second = await save(desk, manager, { name: 'Second', shared: true })
  const third = await save(desk, manager, { name: 'Third', shared: true })
  assert.deepEqual(await names(desk, staff), ['Mine', 'First', 'Second', 'Third'])
  assert.deepEqual(await names(desk, manager), ['First', 'Second', 'Third'])

  await amend(desk, manager, third, { place: 0 })
  assert.deepEqual(await names(desk, manager), ['Third', 'First', 'Second'])
  await amend(desk, manager, third, { place: 1 })
  await amend(desk, manager, second, { place: 0, name: 'Now first' })
  assert.deepEqual(await names(desk, manager), ['Now first', 'First', 'Third'])
  await amend(desk, manager, second, { place: 30 })
  assert.deepEqual(await names(desk, manager), ['First', 'Third', 'Now first'])
  await amend(desk, manager, first, { shared: false })
  assert.deepEqual(await names(desk, staff), ['Mine', 'First', 'Third', 'Now first'])
  assert.deepEqual(await names(desk, manager), ['Third', 'Now first'])
})

test('the views of others can’t be changed by staff, and those of one’s colleagues do not exist', async (t) => {
  const desk = await inbox(t)
  const { staff, manager, owner } = desk.salon
  const shared = await save(desk, manager, { name: 'Shared', shared: true })
  const own = await save(desk, manager, { name: 'Own', shared: false })
  await assert.rejects(amend(desk, staff, shared, { name: 'x' }), { code: 'forbidden' })
  await assert.rejects(amend(desk, owner, own, { name: 'x' }), { code: 'not_found' })
  await assert.rejects(
    desk.salon.as(staff, (tx) => deleteView(tx, shared)),
    { code: 'forbidden' },
  )
  await desk.salon.as(owner, (tx) => deleteView(tx, shared))
  assert.deepEqual(await names(desk, manager), ['Own'])
  for (let kept = 1; kept < mostViews; kept++) await save(desk, manager, { name: `View ${kept}`, shared: false })
  await assert.rejects(save(desk, manager, { name: 'One more', shared: false }), { code: 'invalid_input' })
})

test('each view is counted as its list would show', async (t) => {
  const desk = await inbox(t)
  const { staff } = desk.salon
  const other = await desk.hear('+34600000002')
  const me = (staff.actor as { id: string }).id
  await desk.salon.as(staff, (tx) => change(tx, other.conversationId, { assigneeId: me, labels: ['Vip'] }))
  await desk.answer('Yes', other)
  const views: [ViewWish['filter'], number][] = [
    [{ status: 'open' }, 2],
    [{ status: 'open', assignee: 'me' }, 1],
    [{ assignee: 'none' }, 1],
    [{ label: ['Vip'], status: 'open' }, 1],
    [{ label: ['Vip'], status: 'resolved' }, 0],
    [{ unread: true, channelId: desk.channel.id }, 2],
    [{ waiting: true }, 1],
    [{ channelId: desk.channel.id }, 2],
    [{ q: '000002', status: 'open' }, 1],
  ]
  for (const [at, [filter]] of views.entries()) await save(desk, staff, { name: `${at}`, shared: false, filter })
  const counts = await desk.salon.as(staff, countViews)
  assert.deepEqual(
    counts.map(({ count, isMore }) => [count, isMore]),
    views.map(([, count]) => [count, false]),
  )
})

const save = ({ salon }: Inbox, who: Principal, wish: Partial<ViewWish>) =>
  salon.as(who, (tx) => saveView(tx, { name: 'View', shared: false, filter: { status: 'open' }, ...wish }))

const amend = ({ salon }: Inbox, who: Principal, id: string, wish: ViewChange) =>
  salon.as(who, (tx) => changeView(tx, id, wish))

const names = async ({ salon }: Inbox, who: Principal) => (await salon.as(who, listViews)).map(({ name }) => name)
