import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { afterwards } from './afterwards.ts'

export interface Program {
  readonly pid: number
  /** Everything it printed so far. */
  output(): string
  /** Resolves with its output once it printed this; rejects when it ends before. */
  says(text: string | RegExp): Promise<string>
  /** Resolves with its exit code. */
  ended: Promise<number | null>
  kill(signal: NodeJS.Signals): void
}

const main = join(import.meta.dirname, '../src/main.ts')

/** Frontdesk, or another program on its code, as a process of its own. Stopped at the end, if it still runs. */
export function runProgram(
  t: Pick<TestContext, 'after'>,
  environment: Record<string, string>,
  program = main,
): Program {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [program], {
    env: { ...inherited, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = collect(child)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  afterwards(t, () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    return ended
  })
  return {
    pid: child.pid ?? 0,
    output: output.text,
    says: output.says,
    ended,
    kill: (signal) => void child.kill(signal),
  }
}

function collect(child: ChildProcess): { text(): string; says(wanted: string | RegExp): Promise<string> } {
  let text = ''
  const has = (wanted: string | RegExp) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text))
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))

  return {
    text: () => text,
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => has(wanted) && resolve(text)
        child.stdout?.on('data', look)
        child.stderr?.on('data', look)
        child.on('close', () =>
          has(wanted) ? resolve(text) : reject(new Error(`It ended without saying ${wanted}:\n${text}`)),
        )
        look()
      }),
  }
}
