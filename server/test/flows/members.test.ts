import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { signIn } from '../../world/demo/salon.ts'
import { assertAccessible, demoProgram, freshPage } from '../../world/member-page.ts'

const browser = await openBrowser()
after(() => browser.close())

async function openPage(t: TestContext, url: string, width = 1280): Promise<Page> {
  const page = await freshPage(t, browser, { width, height: 800 })
  await page.goto(url)
  return page
}

async function membersAsRosa(t: TestContext, url: string): Promise<Page> {
  const page = await openPage(t, `${url}/sign-in?next=/w/salon-rosa/settings/members`)
  await page.getByLabel('Email').fill(signIn.email)
  await page.getByLabel('Password', { exact: true }).fill(signIn.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Members' }).waitFor()
  return page
}

async function makeLink(page: Page, wish: { role?: string; email?: string } = {}): Promise<string> {
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByLabel('Role', { exact: true }).selectOption(wish.role ?? 'staff')
  await page.getByLabel('Their email (optional)').fill(wish.email ?? '')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByLabel('Invitation link', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  return link
}

test('invited, signed up, in; sees what staff may; is promoted; is shown out, all while they look', async (t) => {
  const url = await demoProgram(t)
  const rosa = await membersAsRosa(t, url)
  const link = await makeLink(rosa, { email: 'mia@else.test' })
  await rosa.getByText('mia@else.test').waitFor()

  const mia = await openPage(t, link, 360)
  await mia.getByRole('heading', { name: 'Join Salon Rosa' }).waitFor()
  await mia.getByRole('link', { name: 'Create an account and join' }).click()
  await mia.getByLabel('Your name').fill('Mia Costa')
  assert.equal(await mia.getByLabel('Email').inputValue(), 'mia@else.test')
  await mia.getByLabel('Password', { exact: true }).fill('long enough')
  await mia.getByRole('button', { name: 'Create account and join' }).click()
  await mia.getByRole('heading', { name: 'Inbox' }).waitFor()

  await mia.getByRole('link', { name: 'Settings' }).click()
  await mia.getByRole('link', { name: /^Channels/ }).click()
  await mia.getByRole('heading', { name: 'Channels' }).waitFor()
  assert.equal(await mia.getByRole('link', { name: 'Connect a number' }).count(), 0)
  await mia.getByRole('link', { name: 'All settings' }).click()
  await mia.getByRole('link', { name: /^Members/ }).click()
  await mia.getByText('An owner or a manager can invite more').waitFor()
  assert.equal(await mia.getByRole('button', { name: /Invite|Remove|Role of/ }).count(), 0)

  await rosa.getByRole('button', { name: 'Role of Mia Costa: Staff' }).click()
  await rosa.getByRole('menuitemradio', { name: 'Manager' }).click()
  await mia.getByRole('button', { name: 'Invite somebody' }).waitFor()

  await rosa.getByRole('button', { name: 'Remove Mia Costa…' }).click()
  await rosa.getByRole('button', { name: 'Remove', exact: true }).click()
  await mia.getByRole('heading', { name: 'You no longer work here' }).waitFor()
  await rosa.getByRole('button', { name: 'Remove Mia Costa…' }).waitFor({ state: 'detached' })

  await mia.goto(link)
  await mia.getByRole('heading', { name: 'This invitation can’t be used' }).waitFor()
})

test('who has an account signs in and accepts; a link taken back leads nowhere', async (t) => {
  const url = await demoProgram(t)
  const rosa = await membersAsRosa(t, url)
  const [first, second] = [await makeLink(rosa, { role: 'manager' }), await makeLink(rosa)]
  const made = await fetch(`${url}/api/v1/auth/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ben', email: 'ben@else.test', password: 'long enough' }),
  })
  assert.equal(made.status, 201)

  const ben = await openPage(t, first)
  await ben.getByRole('link', { name: 'I have an account: sign in' }).click()
  await ben.getByLabel('Email').fill('ben@else.test')
  await ben.getByLabel('Password', { exact: true }).fill('long enough')
  await ben.getByRole('button', { name: 'Sign in' }).click()
  await ben.getByRole('button', { name: 'Accept as Ben' }).click()
  await ben.getByRole('heading', { name: 'Inbox' }).waitFor()
  assert.match(ben.url(), /\/w\/salon-rosa\/inbox/)

  await rosa.getByRole('button', { name: 'New link for Whoever has the link' }).click()
  const renewed = await rosa.getByLabel('New invitation link', { exact: true }).inputValue()
  const visitor = await openPage(t, renewed)
  await visitor.getByRole('heading', { name: 'Join Salon Rosa' }).waitFor()
  await rosa.getByRole('button', { name: 'Take back the invitation of Whoever has the link' }).click()
  await rosa.getByRole('heading', { name: 'Invited, not here yet' }).waitFor({ state: 'detached' })
  for (const link of [second, renewed]) {
    const late = await openPage(t, link)
    await late.getByRole('heading', { name: 'This invitation can’t be used' }).waitFor()
  }
})

test('the last owner stays, and no screen about members has a serious accessibility finding', async (t) => {
  const url = await demoProgram(t)
  const rosa = await membersAsRosa(t, url)
  await rosa.getByRole('button', { name: 'Leave…' }).click()
  await rosa.getByRole('button', { name: 'Leave', exact: true }).click()
  await rosa.getByText('A workspace needs an owner.').waitFor()
  await rosa.keyboard.press('Escape')
  const link = await makeLink(rosa)
  await rosa.getByRole('button', { name: 'Invite somebody' }).click()
  const visitor = await openPage(t, link)
  await visitor.getByRole('heading', { name: 'Join Salon Rosa' }).waitFor()

  await assertAccessible(rosa, 'members')
  await assertAccessible(visitor, 'invitation')
})
