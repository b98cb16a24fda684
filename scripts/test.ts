// When: before every push, and in CI (npm test). With file names behind it, only those tests: npm test -- server/test/flows/*.test.ts
// What: checks, the built web app, a real PostgreSQL and a real Chromium, then every test; ends with the test runner's summary.
import { testPostgres } from '../server/world/cluster.ts'
import { buildWeb } from './build-web.ts'
import { checks } from './checks.ts'
import { bringChromium } from './chromium.ts'
import { run, step } from './steps.ts'

const everything = ['server/**/*.test.ts', 'fakes/**/*.test.ts', 'web/**/*.test.ts', 'scripts/**/*.test.ts']
const named = process.argv.slice(2)

if (named.length === 0) await checks()
await step('Chromium', bringChromium)
await step('Web app', async () => {
  await buildWeb((line) => console.log(line))
  return true
})

// Held from here to the end, so that test files join it instead of starting one each.
const postgres = await testPostgres()
const files = named.length > 0 ? named : everything
const passed = await run('node', ['--test', '--test-concurrency=2', '--test-timeout=240000', ...files])
await postgres.stop()
process.exit(passed ? 0 : 1)
