import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../world/browser.ts'
import { type BusySalon, fillSalon } from '../../world/busy-salon.ts'
import { demoProgram, freshPage, memberPage, seriousFindings } from '../../world/member-page.ts'
import { violationsOn } from '../../world/policy.ts'
import { crawl, isAt, openMenus, screenAddresses } from '../../world/screens.ts'

const browser = await openBrowser()
after(() => browser.close())

test('every screen keeps nobody out, in either theme, and works under one strict policy', async (t) => {
  const url = await demoProgram(t)
  const salon = await fillSalon(url)
  const walks = await Promise.all([walkAround(t, url, salon), walkOutside(t, url, salon)])

  assert.deepEqual(
    walks.flatMap(({ findings }) => findings),
    [],
  )
  const seen = walks.flatMap(({ seen }) => seen)
  const unseen = (await screenAddresses()).filter((address) => !seen.some((path) => isAt(address, path)))
  assert.deepEqual(unseen, [], 'tell in server/world/busy-salon.ts where to find them')
})

interface Walk {
  readonly seen: readonly string[]
  readonly findings: readonly string[]
}

/** All that a member comes across, and the customer's phone. */
async function walkAround(t: TestContext, url: string, salon: BusySalon): Promise<Walk> {
  const page = await memberPage(t, browser, url)
  return walk(page, url, [...salon.addresses, '/account', '/workspaces/new', '/nowhere', '/simulator'])
}

/** All that somebody sees who is not signed in. */
async function walkOutside(t: TestContext, url: string, { invitation }: BusySalon): Promise<Walk> {
  const page = await freshPage(t, browser)
  return walk(page, url, [
    ...['/sign-in', '/sign-up', invitation, '/invite/unknown'],
    ...['/second-factor', '/forgot-password', '/reset-password/some-token', '/confirm-email/some-token'],
  ])
}

async function walk(page: Page, url: string, ahead: readonly string[]): Promise<Walk> {
  const findings = await violationsOn(page)
  const seen = await crawl(page, { url, ahead }, async (path) => {
    const answer = await page.goto(url + path)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    assert.match(policy, /script-src 'self';/)
    assert.doesNotMatch(policy, /unsafe|\*|https?:/)
    await page.locator('h1:visible, h2:visible').first().waitFor()
    await page.waitForFunction(() => !document.querySelector('[role=status][aria-label^=Loading]'))
    findings.push(...(await seriousFindings(page, path)))
    await openMenus(page)
  })
  return { seen, findings }
}
