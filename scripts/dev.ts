// When: while changing Frontdesk (npm run dev).
// What: the server, restarted when its sources change, and Vite with hot reload on port 5173 in front of it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './steps.ts'

const children = [
  spawn(
    process.execPath,
    ['--watch-path=server/src', '--watch-path=fakes', '--watch-preserve-output', 'server/src/main.ts'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  ),
  spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'web'], { cwd: root, stdio: 'inherit' }),
]

for (const child of children) child.on('exit', () => stopAll())
process.on('SIGINT', stopAll)
process.on('SIGTERM', stopAll)

function stopAll(): void {
  for (const child of children) child.kill('SIGTERM')
}
