import { simulatorRoutes } from '@frontdesk/fakes/meta'
import type { FastifyInstance } from 'fastify'
import type { Database } from '#lib/database/connect'
import { migrate } from '#lib/database/migrate'
import { appPassword } from '#lib/database/roles'
import { StartRefused } from '#lib/start-refused'
import { prepareDemo } from '../world/demo/prepare.ts'
import { signIn } from '../world/demo/salon.ts'
import { type Simulator, startSimulator } from '../world/demo/simulator.ts'
import { type App, buildApp, openPools } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { buildServer } from './http/server.ts'
import { settleDemo } from './installation.ts'
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

  const pools = openPools(config, database.url)
  stops.push(() => pools.close())
  const simulator = await simulatorIfDemo(config, database.url, pools)
  if (simulator) stops.push(simulator.stop)
  const app = buildApp(config, pools, { trustedUrls: simulator ? [simulator.meta.url] : [] })

  let url: string | undefined
  if (config.roles.includes('http')) {
    const http = await buildServer(app, simulator ? { simulator: simulatorRoutes(simulator.meta) } : {})
    stops.push(() => http.close())
    url = await listen(http, config)
  }
  if (config.roles.includes('worker')) {
    const worker = await startWorker(app)
    stops.push(() => worker.stop())
  }
  if (simulator && url) {
    await prepareDemo(app, simulator.meta, url)
    sayDemo(say, url)
  }
  return { app, url }
}

async function simulatorIfDemo(config: Config, ownerUrl: string, { app }: Database): Promise<Simulator | undefined> {
  const isDemo = await settleDemo(app, config)
  return isDemo && config.roles.includes('http') ? startSimulator(ownerUrl, config.dataDir) : undefined
}

function sayDemo(say: (line: string) => void, url: string): void {
  say(`This is a demo with a salon in it. Sign in as ${signIn.email} with the password ${signIn.password}`)
  say(`  the inbox              ${url}`)
  say(`  the customer’s phone   ${url}/simulator`)
}

async function listen(http: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    const address = new URL(await http.listen({ port, host }))
    // Listening everywhere, or on the loopback address: this machine reaches it by its own name.
    if (['0.0.0.0', '127.0.0.1', '[::]', '[::1]'].includes(host) || host === '::') address.hostname = 'localhost'
    return address.origin
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
