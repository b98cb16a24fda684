// When: before the server serves pages (npm start and the browser tests do it by themselves).
// What: builds web/dist with Vite, unless it was built from exactly these sources.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'web/dist/.built-from')

export async function buildWeb(say: (line: string) => void): Promise<void> {
  const sources = sourcesDigest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return

  say('Building the web app (only the first time, and after an update) …')
  const { build } = await import('vite')
  await build({ root: join(root, 'web'), configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' })
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
