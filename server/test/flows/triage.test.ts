import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { number, salon, signIn } from '../../world/demo/salon.ts'
import { assertAccessible, demoProgram, memberPage } from '../../world/member-page.ts'
import { until } from '../../world/until.ts'

const browser = await openBrowser()
after(() => browser.close())

test('ten conversations are handled by keyboard alone, and stand as they were left', async (t) => {
  const url = await demoProgram(t)
  const desk = await asMember(url)
  await tenArrive(url)
  const page = await memberPage(t, browser, url)
  const focused = page.locator('[data-conversation-row]:focus')
  await page.waitForFunction(() => document.querySelectorAll('[data-conversation-row]').length === 10)
  const press = (key: string) => page.keyboard.press(key)
  const done = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor()
  const at = async () => (await focused.getAttribute('data-conversation')) ?? ''
  const choose = async (title: string, words: string) => {
    await page.getByRole('combobox', { name: title }).waitFor()
    await page.keyboard.type(words)
    await page.getByRole('option', { selected: true }).filter({ hasText: words }).waitFor()
    await press('Enter')
  }

  await press('j')
  const answered = await at()
  await press('r')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type('Yes, see you then.')
  await press('Enter')
  await page.getByRole('main').getByRole('article').filter({ hasText: 'Yes, see you then.' }).waitFor()
  await press('Alt+n')
  await page.getByRole('textbox', { name: 'Note' }).waitFor()
  await page.locator('[aria-label=Note]:focus').waitFor()
  await page.keyboard.type('Prefers the window seat')
  await press('Enter')
  await page.getByRole('main').getByRole('article').filter({ hasText: 'Prefers the window seat' }).waitFor()
  await press('Escape')
  await focused.waitFor()
  assert.equal(await at(), answered)
  await press('e')
  await done('Resolved.')
  await gone(page, answered)

  await focused.waitFor()
  const labelled = await at()
  await press('l')
  await choose('Label', 'Bridal')
  await assertAccessible(page, 'the palette')
  await press('Escape')
  await focused.waitFor()
  await press('a')
  await choose('Assign to', signIn.name)
  await done(/Assigned to/)

  await focused.waitFor()
  await press('j')
  const snoozed = await at()
  await press('s')
  await choose('Snooze until', 'Tomorrow morning')
  await done(/Snoozed until/)
  await gone(page, snoozed)

  // Three at once, one of them a slip that is taken back together with the others, then done right.
  await focused.waitFor()
  for (let up = 0; up < 10; up++) await press('k')
  const several: string[] = []
  for (let count = 1; count <= 3; count++) {
    await focused.waitFor()
    const id = await at()
    several.push(id)
    await press('x')
    await page.getByText(`${count} selected`).waitFor()
    await press('j')
    await page.locator(`[data-conversation="${id}"]:focus`).waitFor({ state: 'detached' })
  }
  await press('e')
  await done('Resolved: 3 conversations.')
  await gone(page, several[0])
  await press('z')
  await page.waitForFunction(() => document.querySelectorAll('[data-conversation-row]').length === 8)

  // The rest by the palette, from wherever the list stands.
  await press('Escape')
  for (let left = 7; left >= 1; left--) {
    await focused.waitFor()
    if ((await at()) === labelled) await press((await isLast(page)) ? 'k' : 'j')
    const id = await at()
    await press('ControlOrMeta+k')
    await choose('Search and commands', 'Resolve')
    await gone(page, id)
  }

  // The page shows what it does before the server has heard of it.
  let items: Standing[] = []
  await until(
    'eight resolved',
    async () => {
      items = ((await desk('/conversations?limit=100')) as { items: Standing[] }).items
      return items.filter(({ status }) => status === 'resolved').length === 8
    },
    20,
  )
  const by = (id: string) => items.find((one) => one.id === id)
  assert.equal(items.length, 10)
  assert.deepEqual(
    [by(labelled)?.status, by(labelled)?.labels, by(labelled)?.assignee?.name],
    ['open', ['Bridal'], signIn.name],
  )
  assert.equal(by(snoozed)?.status, 'snoozed')
  assert.match(by(snoozed)?.snoozedUntil ?? '', /T0[78]:00:00.000Z$/)
  const thread = (await desk(`/conversations/${answered}/messages`)) as { items: { kind: string; text: string }[] }
  assert.deepEqual(
    thread.items.slice(0, 2).map(({ kind, text }) => [kind, text]),
    [
      ['note', 'Prefers the window seat'],
      ['text', 'Yes, see you then.'],
    ],
  )
})

/** The demo's three have written already; seven more do. */
async function tenArrive(url: string): Promise<void> {
  const phone = `${url}/simulator/api`
  const newcomers = ['Eva', 'Fritz', 'Gita', 'Hugo', 'Ines', 'Jan']
  const ids = ['ana']
  for (const [at, name] of newcomers.entries())
    ids.push((await send<{ id: string }>(`${phone}/customers`, { name, phone: `+3461200000${at}` })).id)
  for (const id of ids)
    await send(`${phone}/customers/${id}/chats/${number.phoneNumberId}/messages`, {
      text: 'Do you have time tomorrow?',
    })
}

/** Asks the API as the demo's owner, beside the page. */
async function asMember(url: string): Promise<(path: string) => Promise<unknown>> {
  const { token } = await send<{ token: string }>(`${url}/api/v1/auth/sign-in`, {
    email: signIn.email,
    password: signIn.password,
  })
  return async (path) => {
    const answer = await fetch(`${url}/api/v1/w/${salon.slug}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return answer.json()
  }
}

async function send<Answer>(url: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  assert.ok(answer.ok, `${url}: ${answer.status}`)
  return (await answer.json()) as Answer
}

interface Standing {
  readonly id: string
  readonly status: string
  readonly labels: string[]
  readonly assignee: { readonly name: string } | null
  readonly snoozedUntil: string | null
}

const gone = (page: Page, id: string | undefined) =>
  page.locator(`[data-conversation="${id}"]`).waitFor({ state: 'detached' })

const isLast = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('[data-conversation-row]')].at(-1) === document.activeElement)
