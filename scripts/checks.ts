// When: by npm run check, and first thing in npm test.
// What: the list of everything that is checked without running the product.
import { audit, checkDependencies } from './dependencies.ts'
import { run, step } from './steps.ts'

export async function checks(): Promise<void> {
  await step('Types of the server, the fakes and the scripts', () => run('tsc', ['--noEmit']))
  await step('Types of the web app', () => run('tsc', ['--noEmit', '-p', 'web']))
  await step('Dependencies: origin, licences, what runs at their installation', checkDependencies)
  await step('Dependencies: known holes', async () => audit())
  await step('Format and lint', () => run('biome', ['ci', '--error-on-warnings', '.']))
}
