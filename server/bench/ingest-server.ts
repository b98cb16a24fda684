import { migrate } from '#lib/database/migrate'
import { appPassword } from '#lib/database/roles'
import { buildApp, openPools } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/database.ts'
import { buildServer } from '../src/http/server.ts'

// Frontdesk's http role as `start` builds it, with the floor beside it: a route that asks the same pool the least there is.
const config = readConfig(process.env)
const database = await openDatabase(config)
await migrate(database.url, appPassword(config.secret))
const pools = openPools(config, database.url)
const http = await buildServer(buildApp(config, pools))
http.get('/floor', { logLevel: 'warn', schema: { hide: true } }, async () => {
  await pools.appPool.query('select 1')
  return 'ok'
})
console.log(`Ready: ${await http.listen({ port: config.port, host: '127.0.0.1' })}`)

process.on('SIGTERM', async () => {
  await http.close()
  await pools.close()
  await database.stop()
})
