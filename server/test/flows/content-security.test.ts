import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { afterwards } from '../../world/afterwards.ts'
import { openBrowser } from '../../world/browser.ts'
import { emptyDatabase, testPostgres, testSecret } from '../../world/cluster.ts'
import { signIn } from '../../world/demo/salon.ts'
import { emptyFolder, freePort } from '../../world/place.ts'
import { violationsOn } from '../../world/policy.ts'
import { runProgram } from '../../world/process.ts'

const browser = await openBrowser()
after(() => browser.close())

test('the documentation tries a door with a token, under one strict policy', async (t) => {
  await tryADoor(t, await startDemo(t))
})

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
  const violations = await violationsOn(page)
  page.on('pageerror', (error) => violations.push(error.message))
  page.setDefaultTimeout(20_000)
  return { page, violations }
}
