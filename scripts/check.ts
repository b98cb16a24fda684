// When: before every commit (npm run check).
// What: types of server and web, formatting and lint rules; a few seconds.
import { checks } from './checks.ts'

await checks()
