import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Served, serve } from '../../world/serve.ts'

const invitations = '/api/v1/w/salon-rosa/invitations'
const account = { name: 'Mia', email: 'mia@else.test', password: 'correct horse' }

async function tokenFrom({ ask, salon }: Served, body: object): Promise<string> {
  return (await ask('POST', invitations, { token: salon.tokens.owner, body })).body.token
}

test('invited, signed up, in: the link opens an installation that takes no new accounts', async (t) => {
  const served = await serve(t, { worker: false, environment: { SIGN_UP: 'first' } })
  const { ask } = served
  const signUp = (more: object) => ask('POST', '/api/v1/auth/sign-up', { body: { ...account, ...more } })
  const token = await tokenFrom(served, { role: 'staff', email: 'Mia@Else.test' })

  assert.equal((await signUp({})).body.code, 'sign_up_closed')
  assert.equal((await signUp({ invitationToken: 'made-up' })).status, 404)
  const other = await signUp({ email: 'ben@else.test', invitationToken: token })
  assert.deepEqual([other.status, other.body.errors[0].path], [422, 'email'])
  const made = await signUp({ invitationToken: token })
  assert.equal(made.status, 201)

  const me = await ask('GET', '/api/v1/me', { token: made.body.token })
  assert.deepEqual(
    me.body.workspaces.map(({ slug, role }: { slug: string; role: string }) => [slug, role]),
    [['salon-rosa', 'staff']],
  )
  assert.equal((await signUp({ email: 'eva@else.test', invitationToken: token })).status, 404, 'once')
})

test('anybody with the link reads the letter; to accept one signs in', async (t) => {
  const served = await serve(t, { worker: false })
  const { ask, clinic } = served
  const token = await tokenFrom(served, { role: 'manager' })
  const path = `/api/v1/invitations/${token}`

  const letter = await ask('GET', path)
  assert.deepEqual([letter.status, letter.body.workspace.name, letter.body.role], [200, 'Salon Rosa', 'manager'])
  assert.equal((await ask('POST', `${path}/accept`)).status, 401)
  const accepted = await ask('POST', `${path}/accept`, { token: clinic.tokens.staff })
  assert.deepEqual([accepted.status, accepted.body.slug, accepted.body.role], [200, 'salon-rosa', 'manager'])

  const used = await ask('GET', path)
  const unknown = await ask('GET', '/api/v1/invitations/never-was')
  assert.deepEqual([used.status, used.body], [404, unknown.body], 'a used one looks like one that never was')
})

test('the link is shown once, even to whoever repeats the request', async (t) => {
  const { ask, salon, context } = await serve(t, { worker: false })
  const wish = {
    token: salon.tokens.owner,
    body: { role: 'staff' },
    headers: { 'idempotency-key': 'invite-1' },
  }
  const first = await ask('POST', invitations, wish)
  const again = await ask('POST', invitations, wish)

  assert.equal(first.body.link, `${context.publicUrl}/invite/${first.body.token}`)
  assert.deepEqual(again.body, { ...first.body, token: null, link: null })
  const listed = await ask('GET', invitations, { token: salon.tokens.owner })
  assert.ok(!JSON.stringify(listed.body).includes(first.body.token))
  const kept = await salon.as(salon.owner, (tx) => tx.db.selectFrom('http.firstAnswer').select('body').execute())
  assert.ok(!JSON.stringify(kept).includes(first.body.token), 'nor does the database know it')
})

test('nonsense in an invitation is refused field by field', async (t) => {
  const { ask, salon } = await serve(t, { worker: false })
  for (const [body, path] of [
    [{}, 'role'],
    [{ role: 'boss' }, 'role'],
    [{ role: 'staff', email: 'nobody' }, 'email'],
    [{ role: 'staff', email: `${'x'.repeat(300)}@else.test` }, 'email'],
  ] as const) {
    const answer = await ask('POST', invitations, { token: salon.tokens.owner, body })
    assert.deepEqual([answer.status, answer.body.errors[0].path], [422, path])
  }
})
