// When: after a change on the way of a webhook or a reply, and before a release (npm run bench -- ingest, roundtrip or inbox).
// What: measures on a Frontdesk of its own under server/bench/, in a minute or (inbox) some, and prints a small table with the aims.
import { run } from './steps.ts'

const known = ['ingest', 'roundtrip', 'inbox']
const [name, ...rest] = process.argv.slice(2)

if (name === undefined || !known.includes(name) || rest.length > 0) {
  console.error(`Say which: npm run bench -- ${known.join(' | ')}`)
  process.exit(1)
}
process.exit((await run('node', [`server/bench/${name}.ts`])) ? 0 : 1)
