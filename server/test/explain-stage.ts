import { createHmac } from 'node:crypto'
import type { TestContext } from 'node:test'
import { type FakeMeta, startFakeMeta } from '@frontdesk/fakes/meta'
import type pg from 'pg'
import { appRole, definerRole } from '#lib/database/roles'
import { connectNumber } from '../world/inbox.ts'
import { type Served, serve } from '../world/serve.ts'
import { type Explained, explain, explainBody, largeTables } from './explain-plans.ts'
import { fill } from './explain-volume.ts'

export interface ExplainStage extends Served {
  readonly meta: FakeMeta
  readonly staffId: string
  readonly mainChannel: string
  readonly secondChannel: string
  /** Posts a signed webhook about the salon's first number. */
  post(value: object): Promise<number>
  /** The plans of every statement an act ran, as the runtime role with the salon's tenant set. */
  plansOf(act: () => Promise<unknown>): Promise<Explained[]>
  /** The plans inside a definer function, under the definer's role. */
  plansIn(name: string, variables: Readonly<Record<string, string>>): Promise<Explained[]>
  /** Tables of more than two pages. */
  readonly large: ReadonlySet<string>
}

/** Two workspaces with twenty thousand conversations each, behind a server that tells its statements. */
export async function explainStage(t: TestContext): Promise<ExplainStage> {
  const meta = await startFakeMeta({ receipts: 'manual' })
  t.after(() => meta.close())
  const seen: { sql: string; parameters: readonly unknown[] }[] = []
  const served = await serve(t, { worker: false, trustedUrls: [meta.url], onQuery: (query) => void seen.push(query) })
  const { salon, clinic, context, ownerUrl, url } = served

  const numbers = ['1', '2'].map((digit) => connectNumber(served, salon, meta, `1555000${digit}`))
  const [main, second] = await Promise.all(numbers)
  const other = await connectNumber(served, clinic, meta, '15550003')
  if (!main || !second) throw new Error('the salon has two numbers')
  await Promise.all([fill(ownerUrl, salon, [main.id, second.id]), fill(ownerUrl, clinic, [other.id, other.id])])
  // What autovacuum does by itself on a real server.
  await context.database.ownerPool.query('vacuum analyze')

  const asTenant = async <T>(role: string, act: (client: pg.ClientBase) => Promise<T>): Promise<T> => {
    const isApp = role === appRole
    const pool = isApp ? context.database.appPool : context.database.ownerPool
    const client = await pool.connect()
    try {
      await client.query('begin')
      if (!isApp) await client.query(`set local role ${role}`)
      await client.query("select set_config('app.tenant_id', $1, true)", [salon.tenantId])
      return await act(client)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const { key } = await salon.as(salon.owner, (tx) =>
    tx.db.selectFrom('channels.channel').select('key').where('id', '=', main.id).executeTakeFirstOrThrow(),
  )
  const { actor } = salon.staff
  return {
    ...served,
    meta,
    staffId: actor.kind === 'member' ? actor.id : '',
    mainChannel: main.id,
    secondChannel: second.id,
    large: await asTenant(appRole, largeTables),
    post: (value) => post(`${url}/webhooks/whatsapp/${key}`, value),
    async plansOf(act) {
      seen.length = 0
      await act()
      const statements = seen.filter(({ sql }) => /^\s*(select|insert|update|delete|with)\b/i.test(sql))
      const distinct = [...new Map(statements.map((statement) => [statement.sql, statement])).values()]
      return asTenant(appRole, async (client) => {
        const plans: Explained[] = []
        for (const { sql, parameters } of distinct) plans.push(await explain(client, sql, parameters))
        return plans
      })
    },
    plansIn: (name, variables) => asTenant(definerRole, (client) => explainBody(client, name, variables)),
  }
}

async function post(address: string, value: object): Promise<number> {
  const metadata = { display_phone_number: '34930000001', phone_number_id: '15550001' }
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] })
  const signature = createHmac('sha256', 'app-secret').update(body).digest('hex')
  const answer = await fetch(address, {
    method: 'POST',
    body,
    headers: { 'x-hub-signature-256': `sha256=${signature}` },
  })
  return answer.status
}
