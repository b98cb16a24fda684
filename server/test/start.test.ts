import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { isAlive } from '#lib/postgres/postmaster'
import { startPostgres } from '#lib/postgres/start'
import { emptyDatabase, testPostgres } from '../world/cluster.ts'
import { emptyFolder, freePort } from '../world/place.ts'
import { type Program, runProgram } from '../world/process.ts'

const quiet = { DEMO: '0' }

async function isReady(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/health/ready`)
  return response.status === 200
}

function postmasterPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

async function refuses(program: Program, sentence: RegExp): Promise<void> {
  assert.equal(await program.ended, 1)
  const lines = program
    .output()
    .trim()
    .split('\n')
    .filter((line) => !/…$|^Prepared the database/.test(line))
  assert.equal(lines.length, 1, program.output())
  assert.match(lines[0] ?? '', sentence)
}

test('a new folder becomes a running Frontdesk; it stops in order and starts again', async (t) => {
  const env = { ...quiet, DATA_DIR: await emptyFolder(t), PORT: String(await freePort()) }

  const first = runProgram(t, env)
  await first.says('Ready after')
  assert.ok(await isReady(Number(env.PORT)))
  first.kill('SIGINT')
  assert.equal(await first.ended, 0)
  assert.match(first.output(), /Stopping …\nStopped\.\n$/)
  assert.ok(!existsSync(join(env.DATA_DIR, 'postgres/cluster/postmaster.pid')), 'the database was stopped too')

  const second = runProgram(t, env)
  await second.says('Ready after')
  assert.doesNotMatch(second.output(), /Prepared the database/)
})

test('a demo is a demo again at the next start, with its number connected and its phone as it was', async (t) => {
  const env = { DATA_DIR: await emptyFolder(t), PORT: String(await freePort()) }
  const chats = async () => (await fetch(`http://127.0.0.1:${env.PORT}/simulator/api/customers/ben/chats`)).text()
  const first = runProgram(t, { ...env, DEMO: '1' })
  await first.says('Ready after')
  const before = await chats()
  first.kill('SIGTERM')
  await first.ended

  const second = runProgram(t, { ...env, DEMO: '0' })
  assert.match(await second.says('Ready after'), /This is a demo/)
  assert.match(before, /haircut/)
  assert.equal(await chats(), before)
})

test('after everything was killed, the database included, the next start works', async (t) => {
  const env = { ...quiet, DATA_DIR: await emptyFolder(t), PORT: String(await freePort()) }
  const first = runProgram(t, env)
  await first.says('Ready after')
  process.kill(postmasterPid(env.DATA_DIR), 'SIGKILL')
  first.kill('SIGKILL')
  await first.ended

  await runProgram(t, env).says('Ready after')
})

test('a database left running by a killed Frontdesk is taken over, and stopped at the end', async (t) => {
  const env = { ...quiet, DATA_DIR: await emptyFolder(t), PORT: String(await freePort()) }
  const first = runProgram(t, env)
  await first.says('Ready after')
  const orphan = postmasterPid(env.DATA_DIR)
  first.kill('SIGKILL')
  await first.ended

  const second = runProgram(t, env)
  await second.says('Ready after')
  assert.equal(postmasterPid(env.DATA_DIR), orphan)
  second.kill('SIGTERM')
  assert.equal(await second.ended, 0)
  assert.ok(!isAlive(orphan))
})

test('who changes their mind during the start gets everything stopped in order', async (t) => {
  const env = { ...quiet, DATA_DIR: await emptyFolder(t), PORT: String(await freePort()) }
  const program = runProgram(t, env)
  await program.says('Starting the database')
  program.kill('SIGINT')
  assert.equal(await program.ended, 0, program.output())
  assert.match(program.output(), /Stopped\.\n$/)
  assert.ok(!existsSync(join(env.DATA_DIR, 'postgres/cluster/postmaster.pid')))
})

test('a second process on the same folder joins the database; the last to leave stops it', async (t) => {
  const dataDir = await emptyFolder(t)
  const ports = [await freePort(), await freePort()]
  const [first, second] = ports.map((port) => runProgram(t, { ...quiet, DATA_DIR: dataDir, PORT: String(port) })) as [
    Program,
    Program,
  ]
  await Promise.all([first.says('Ready after'), second.says('Ready after')])

  first.kill('SIGTERM')
  await first.ended
  assert.ok(await isReady(ports[1] ?? 0))
  second.kill('SIGTERM')
  await second.ended
  assert.ok(!existsSync(join(dataDir, 'postgres/cluster/postmaster.pid')))
})

test('a port in use is named, with the next one as the way out', async (t) => {
  const taken = await listener(t)
  await refuses(
    runProgram(t, { ...quiet, DATA_DIR: await emptyFolder(t), PORT: String(taken) }),
    /^Port \d+ is in use by another program\. .*PORT=\d+ npm start$/,
  )
})

test('a folder that can’t be written is named', async (t) => {
  const file = join(await emptyFolder(t), 'file')
  await writeFile(file, '')
  await refuses(
    runProgram(t, { ...quiet, DATA_DIR: join(file, 'data'), PORT: '0' }),
    /can't be written \(ENOTDIR\)\. .*set DATA_DIR/,
  )
})

test('a full disk is named', async (t) => {
  const folder = await emptyFolder(t)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status !== 0)
    return t.skip('only root can mount a small disk')
  try {
    const program = runProgram(t, { ...quiet, DATA_DIR: join(folder, 'data'), PORT: '0' })
    await refuses(program, /disk that holds .* is full\. Free some space, or set DATA_DIR/)
  } finally {
    spawnSync('umount', ['-l', folder])
  }
})

test('an unreachable database is named, without its password', async (t) => {
  const port = await freePort()
  const program = runProgram(t, {
    ...quiet,
    DATA_DIR: await emptyFolder(t),
    PORT: '0',
    DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/desk`,
  })
  await refuses(program, /^The database of DATABASE_URL .*can't be reached: .*ECONNREFUSED.*Check that it runs/)
  assert.doesNotMatch(program.output(), /hunter2/)
})

test('a database that is too old is named', async (t) => {
  const port = await oldServer(t)
  const program = runProgram(t, {
    ...quiet,
    DATA_DIR: await emptyFolder(t),
    PORT: '0',
    DATABASE_URL: `postgres://me:x@127.0.0.1:${port}/desk`,
  })
  await refuses(program, /^DATABASE_URL leads to PostgreSQL 14; Frontdesk needs 15 or newer\. Upgrade/)
})

test('a database of the operator’s own, whose user is no superuser, is enough', async (t) => {
  const postgres = await testPostgres()
  const database = await emptyDatabase(postgres)
  t.after(async () => {
    await database.drop()
    await postgres.stop()
  })
  const env = {
    ...quiet,
    DATA_DIR: await emptyFolder(t),
    PORT: String(await freePort()),
    DATABASE_URL: database.ownerUrl,
    FRONTDESK_SECRET: 'a secret for tests and for nothing else',
  }
  const program = runProgram(t, env)
  await program.says('Ready after')
  assert.ok(await isReady(Number(env.PORT)))
  program.kill('SIGTERM')
  assert.equal(await program.ended, 0)
})

test('a folder in which another process holds the database is named as locked', async (t) => {
  const dir = await emptyFolder(t)
  // This very process is starting the database here, and never gets done.
  await writeFile(join(dir, 'starting'), String(process.pid))
  await assert.rejects(startPostgres({ dir, patience: 300 }), {
    name: 'StartRefused',
    message: /^DATA_DIR is locked: process \d+ has been starting the database in .* Stop it, or set DATA_DIR/,
  })
})

test('a folder whose database does not answer is named as locked', async (t) => {
  const dir = await emptyFolder(t)
  const first = await startPostgres({ dir })
  const pid = Number(readFileSync(join(dir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGSTOP')
  await assert.rejects(startPostgres({ dir, patience: 300 }), {
    name: 'StartRefused',
    message: /^DATA_DIR is locked: process \d+ holds the database in .* but does not answer/,
  })
  process.kill(pid, 'SIGCONT')
  await first.stop()
})

test('a wrong variable is named, with an example', async (t) => {
  const dataDir = await emptyFolder(t)
  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: 'eighty' }, /^PORT has a wrong value: .*Example: PORT=8000$/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL has a wrong value: .*Example: DATABASE_URL=postgres:/],
    [{ ROLES: 'http,cook' }, /^ROLES has a wrong value: .*Example: ROLES=http,worker$/],
    [{ NODE_ENV: 'production' }, /^FRONTDESK_SECRET is missing/],
    [{ FRONTDESK_SECRET: 'short' }, /^FRONTDESK_SECRET has a wrong value/],
  ]
  for (const [variables, sentence] of wrong)
    await refuses(runProgram(t, { ...quiet, DATA_DIR: dataDir, ...variables }), sentence)
})

async function listener(t: TestContext): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  return portOf(server)
}

/** Speaks just enough of PostgreSQL's protocol to say that it is version 14. */
async function oldServer(t: TestContext): Promise<number> {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5)
    head.write(type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const ready = message('Z', Buffer.from('I'))
  const version = Buffer.from('140012')
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), version])
  const description = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from('version\0'),
    Buffer.alloc(6),
    Buffer.from([0, 0, 0, 25, 255, 255]),
    Buffer.alloc(6),
  ])
  const answer = Buffer.concat([
    message('T', description),
    message('D', row),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ])

  const server = createServer((socket: Socket) => {
    let started = false
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      if (!started) socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
      else if (bytes.toString('latin1').startsWith('Q')) socket.write(answer)
      started = true
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  return portOf(server)
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
