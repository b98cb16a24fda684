import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { StartRefused } from '#lib/start-refused'

/**
 * PostgreSQL refuses to run as root. A user namespace makes root look like an ordinary user to it and leaves the files
 * where they are; where the kernel does not allow that, the system's own `postgres` or `nobody` user is taken.
 */
export function ordinaryUserCommand(
  program: string,
  args: readonly string[],
  dir: string,
): { command: string; args: string[]; options: SpawnOptions } {
  if (process.getuid?.() !== 0) return { command: program, args: [...args], options: {} }

  const namespace = ['--user', '--map-user=1000', '--map-group=1000']
  if (spawnSync('unshare', [...namespace, 'true']).status === 0) {
    return { command: 'unshare', args: [...namespace, program, ...args], options: {} }
  }
  return { command: program, args: [...args], options: systemUser(dir) }
}

/** Runs a program to its end under an ordinary user and hands back everything it printed. */
export async function runAsOrdinaryUser(
  program: string,
  args: readonly string[],
  dir: string,
): Promise<{ code: number; output: string }> {
  const { command, args: full, options } = ordinaryUserCommand(program, args, dir)
  const child = spawn(command, full, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(-1))
    child.on('close', (code) => resolve(code ?? -1))
  })
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, output: out + err }
}

function systemUser(dir: string): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout)
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout)
    const handedOver = uid > 0 && spawnSync('chown', ['-R', `${uid}:${gid}`, dir]).status === 0
    if (handedOver) return { uid, gid }
  }
  throw new StartRefused(
    'PostgreSQL does not run as root, and this system allows neither a user namespace nor a system user for it. Start Frontdesk as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.',
  )
}
