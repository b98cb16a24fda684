import type { FastifyInstance } from 'fastify'
import { migrate } from '#lib/database/migrate'
import { appPassword } from '#lib/database/roles'
import { StartRefused } from '#lib/start-refused'
import { type App, buildApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { buildServer } from './http/server.ts'
import { startWorker } from './worker.ts'

export interface Running {
  readonly app: App
  /** Where it answers; undefined without the http role. */
  readonly url: string | undefined
  stop(): Promise<void>
}

/** Starts the chosen roles, saying each step. Whatever fails, what was started before it is stopped again. */
export async function start(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Running> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of stops.splice(0).reverse()) await step()
  }
  try {
    const config = readConfig(environment)
    const { app, url } = await startInOrder(config, say, stops)
    return { app, url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startInOrder(
  config: Config,
  say: (line: string) => void,
  stops: (() => Promise<unknown>)[],
): Promise<{ app: App; url: string | undefined }> {
  say(config.databaseUrl ? 'Connecting to the database …' : `Starting the database in ${config.dataDir} …`)
  const database = await openDatabase(config)
  stops.push(database.stop)

  const { applied } = await migrate(database.url, appPassword(config.secret))
  if (applied.length > 0) say(`Prepared the database (${applied.length} steps).`)

  const app = buildApp(config, database.url)
  stops.push(() => app.database.close())

  let url: string | undefined
  if (config.roles.includes('http')) {
    const http = await buildServer(app)
    stops.push(() => http.close())
    url = await listen(http, config)
  }
  if (config.roles.includes('worker')) {
    const worker = await startWorker(app)
    stops.push(() => worker.stop())
  }
  return { app, url }
}

async function listen(http: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    return await http.listen({ port, host })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartRefused(
        `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new StartRefused(`This user may not listen on port ${port}. Choose one above 1023: PORT=8000 npm start`)
    if (code === 'EADDRNOTAVAIL')
      throw new StartRefused(`HOST=${host} is no address of this machine. Example: HOST=127.0.0.1`)
    throw cause
  }
}
