// When: before browser tests.
// What: finds a Chromium, or installs Debian's where that is possible.
import { spawnSync } from 'node:child_process'
import { findChromium } from '../server/world/browser.ts'
import { run } from './steps.ts'

/** True once a Chromium is there; otherwise says what to install. */
export async function bringChromium(): Promise<boolean> {
  if (findChromium()) return true
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    const quiet = { environment: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true }
    await run('apt-get', ['-qq', 'update'], quiet)
    await run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', 'chromium'], quiet)
  }
  if (findChromium()) return true
  console.error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.',
  )
  return false
}
