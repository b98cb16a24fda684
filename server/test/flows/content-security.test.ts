import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { afterwards } from '../../world/afterwards.ts'
import { openBrowser } from '../../world/browser.ts'
import { emptyDatabase, testPostgres, testSecret } from '../../world/cluster.ts'
import { signIn } from '../../world/demo/salon.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

test('every page there is works under one strict policy', async (t) => {
  const url = await startDemo(t)
  await t.test('no page wants more than it allows', (t) => visitEveryPage(t, url))
  await t.test('the documentation tries a door with a token', (t) => tryADoor(t, url))
})

async function visitEveryPage(t: TestContext, url: string): Promise<void> {
  const { page, violations } = await openPage(t)
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Email').fill(signIn.email)
  await page.getByLabel('Password', { exact: true }).fill(signIn.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Inbox' }).waitFor()

  const seen = new Set<string>()
  const ahead = [
    '/sign-up',
    '/workspaces/new',
    '/invite/unknown',
    '/nowhere',
    '/simulator',
    new URL(page.url()).pathname,
  ]
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const kind = path.replace(/[0-9a-f-]{36}/, ':id')
    if (seen.has(kind)) continue
    seen.add(kind)
    const answer = await page.goto(url + path)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    assert.match(policy, /script-src 'self';/)
    assert.doesNotMatch(policy, /unsafe|\*|https?:/)
    await page.locator('h1, h2').first().waitFor()
    ahead.push(...(await linksOn(page)))
    await openMenus(page)
  }
  assert.ok(seen.size > 12, [...seen].join(' '))
  assert.deepEqual(violations, [])
}

async function tryADoor(t: TestContext, url: string): Promise<void> {
  const { page, violations } = await openPage(t)
  const signedIn = await fetch(`${url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(signIn),
  })
  const { token } = (await signedIn.json()) as { token: string }
  await page.goto(`${url}/docs`)
  await page.getByRole('button', { name: 'Authorize' }).first().click()
  await page.getByLabel('auth-bearer-value').fill(token)
  await page.getByRole('button', { name: 'Apply credentials' }).first().click()
  await page.getByRole('button', { name: 'Close' }).first().click()

  await page.getByRole('button', { name: 'get /api/v1/me', exact: true }).click()
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByRole('button', { name: 'Execute' }).click()
  await page.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor()
  await page.locator('.live-responses-table', { hasText: signIn.email }).waitFor()
  assert.deepEqual(violations, [])
}

async function startDemo(t: TestContext): Promise<string> {
  const postgres = await testPostgres()
  const database = await emptyDatabase(postgres)
  afterwards(t, () => postgres.stop())
  afterwards(t, () => database.drop())
  const port = await freePort()
  const program = runProgram(t, {
    ...{
      DEMO: '1',
      DATA_DIR: await emptyFolder(t),
      PORT: String(port),
      DATABASE_URL: database.ownerUrl,
      FRONTDESK_SECRET: testSecret,
    },
  })
  await program.says('Ready after')
  return `http://localhost:${port}`
}

/** A page of its own session that writes down what the policy kept it from, and everything else it complains about. */
async function openPage(t: TestContext): Promise<{ page: Page; violations: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  t.after(() => context.close())
  const page = await context.newPage()
  const violations: string[] = []
  await page.exposeFunction('noteViolation', (violation: string) => violations.push(violation))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => {
      const note = (globalThis as unknown as { noteViolation(violation: string): void }).noteViolation
      note(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`)
    }),
  )
  page.on('pageerror', (error) => violations.push(error.message))
  page.setDefaultTimeout(20_000)
  return { page, violations }
}

/** What floats above a page comes into it only when somebody asks for it. */
async function openMenus(page: Page): Promise<void> {
  for (const button of await page.locator('button[aria-haspopup]:visible').all()) {
    await button.click({ timeout: 2_000 }).catch(() => undefined)
    await page.keyboard.press('Escape')
  }
}

function linksOn(page: Page): Promise<string[]> {
  return page.$$eval('a[href]', (links) =>
    links
      .map((link) => new URL((link as HTMLAnchorElement).href))
      .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api/'))
      .map(({ pathname }) => pathname),
  )
}
