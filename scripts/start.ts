// When: to run Frontdesk (npm start).
// What: builds the web app when its sources changed since the last build, then starts the server in this process.
import { buildWeb } from './build-web.ts'

await buildWeb((line) => console.log(line))
await import('../server/src/main.ts')
