// When: before the server serves pages (npm start and the browser tests do it by themselves).
// What: builds web/dist with Vite, unless it was built from exactly these sources.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './steps.ts'

const stamp = join(root, 'web/dist/.built-from')

export async function buildWeb(say: (line: string) => void): Promise<void> {
  const sources = sourcesDigest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return

  say('Building the web app (only the first time, and after an update) …')
  // A process of its own: Vite sets NODE_ENV to production, which would make this a production start.
  const isBuilt = await run('vite', ['build', 'web', '--logLevel', 'warn'], { quiet: true })
  if (!isBuilt) throw new Error('The web app could not be built; what Vite said stands above.')
  writeFileSync(stamp, sources)
}

function sourcesDigest(): string {
  const files = globSync(['web/src/**/*', 'web/public/**/*', 'web/*.html', 'web/vite.config.ts', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}
