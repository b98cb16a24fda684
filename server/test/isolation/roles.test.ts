import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#lib/actor'
import { fingerprint } from './fingerprint.ts'
import type { Row } from './row.ts'
import { rows } from './rows.ts'
import { stage } from './stage.ts'

const roles: readonly Role[] = ['owner', 'manager', 'staff']
const may = ({ who }: Row, role: Role) => who.includes(role)

test('what a role may not do is refused at its door, whatever it names, and nothing changes', async (t) => {
  const { knockAt, mine, theirs, ownerUrl } = await stage(t)
  const { slug, tokens, tenantId } = mine.desk
  // That a session is used is noted at its first request, and not again within the minute.
  for (const role of roles) await knockAt(slug, 'GET ', { path: '' }, tokens[role])
  const before = await fingerprint(ownerUrl, tenantId)
  let refused = 0
  for (const row of rows) {
    for (const role of roles.filter((each) => !may(row, each))) {
      for (const wish of [row.own(mine), row.own(theirs)]) {
        const { status, text } = await knockAt(slug, row.route, wish, tokens[role])
        assert.equal(status, 403, `${row.route} by ${role}`)
        const { code, detail } = JSON.parse(text)
        assert.equal(code, 'forbidden')
        assert.match(detail, /Your role does not allow this\. An? owner.* can\./)
        refused++
      }
    }
  }
  assert.ok(refused > 0)
  assert.deepEqual(await fingerprint(ownerUrl, tenantId), before)
})

test('what a role may do succeeds at its door', async (t) => {
  for (const role of roles) {
    const { knockAt, mine } = await stage(t)
    const { slug, tokens } = mine.desk
    // What takes things away comes last.
    const inOrder = rows.toSorted((one, other) => Number(isEnd(one)) - Number(isEnd(other)))
    for (const row of inOrder.filter((each) => may(each, role))) {
      const { status, ...wish } = row.own(mine)
      const answer = await knockAt(slug, row.route, wish, tokens[role])
      assert.equal(answer.status, status, `${row.route} by ${role}: ${answer.text}`)
    }
  }
})

test('the permissions a screen is told are those the doors keep', async (t) => {
  const { ask, salon } = await stage(t)
  const told = async (role: Role) =>
    (await ask('GET', `/api/v1/w/${salon.slug}`, { token: salon.tokens[role] })).body.me.permissions as string[]
  const [owner, manager, staff] = [await told('owner'), await told('manager'), await told('staff')]
  assert.deepEqual(
    owner.filter((act) => !manager.includes(act)),
    ['workspace.change', 'members.add', 'members.change-owners', 'audit.export', 'channels.remove'],
  )
  assert.deepEqual(
    manager.filter((act) => !staff.includes(act)),
    [
      ...['members.invite', 'members.change', 'members.remove', 'tokens.read', 'tokens.make', 'tokens.revoke'],
      ...['audit.read', 'channels.connect', 'channels.change', 'templates.write', 'templates.submit'],
      ...['contacts.define-fields', 'contacts.rule-consent', 'contacts.import', 'contacts.export'],
      ...['conversations.change-settings', 'conversations.manage-replies'],
      ...['conversations.manage-labels', 'conversations.manage-views'],
    ],
  )
  assert.deepEqual(
    staff.filter((act) => !owner.includes(act)),
    [],
  )
})

function isEnd({ route }: Row): boolean {
  return route.startsWith('DELETE')
}
