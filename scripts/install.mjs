// When: before every command that needs packages (npm runs it by itself).
// What: installs what the lockfile names, once per lockfile, including the Node 24 that everything else runs on.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const stamp = join(root, 'node_modules', '.frontdesk-installed')
const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')

if (!isInstalled()) install()

function isInstalled() {
  return existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === wanted
}

function install() {
  console.log('Installing packages (only the first time, and after an update) …')
  // --include=dev: Node 24 itself is a development dependency, and NODE_ENV=production would leave it out.
  const npm = spawnSync('npm', ['ci', '--include=dev', '--ignore-scripts=false', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0)
    fail('Packages could not be installed. Read the npm message above, check the network and the disk, and try again.')
  if (!existsSync(node))
    fail('Node 24 did not arrive with the packages. Remove node_modules and try again with install scripts allowed.')
  writeFileSync(stamp, wanted)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
