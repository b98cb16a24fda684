// When: by the other scripts.
// What: runs one named step as a process of its own and stops everything at the first that fails.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

interface RunOptions {
  readonly environment?: NodeJS.ProcessEnv
  /** Keeps what it prints to itself, errors excepted. */
  readonly quiet?: boolean
}

/** Runs a program of node_modules/.bin (or of the system) and resolves to whether it succeeded. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<boolean> {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':')
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['inherit', options.quiet ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, PATH: path, ...options.environment },
  })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message)
      resolve(false)
    })
    child.on('exit', (code) => resolve(code === 0))
  })
}

/** Runs a step, says how long it took, and ends the whole command when it fails. */
export async function step(name: string, act: () => Promise<boolean>): Promise<void> {
  console.log(`▶ ${name}`)
  const begun = performance.now()
  const succeeded = await act()
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  if (succeeded) return console.log(`✔ ${name} (${seconds} s)`)
  console.error(`✖ ${name} failed after ${seconds} s`)
  process.exit(1)
}
