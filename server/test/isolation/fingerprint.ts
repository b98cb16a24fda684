import pg from 'pg'

/**
 * How many rows a workspace has in each table and a hash of all they hold: what must be the same after whatever another
 * workspace did. Its people's accounts and its queued jobs count too.
 */
export async function fingerprint(ownerUrl: string, tenantId: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // The owner may step into the definer's shoes and so sees more than one tenant: every source names its own.
    await client.query("select set_config('app.tenant_id', $1, false)", [tenantId])
    const marks: Record<string, string> = {}
    for (const { name, source } of [...(await fencedTables(client)), ...beside]) {
      const { rows } = await client.query<{ mark: string }>(
        `select count(*) || ' rows, ' || coalesce(md5(string_agg(md5(line::text), '' order by md5(line::text))), '') as mark from ${source} as line`,
      )
      marks[name] = rows[0]?.mark ?? ''
    }
    return marks
  } finally {
    await client.end()
  }
}

interface Source {
  readonly name: string
  readonly source: string
}

const mine = 'select user_id from tenancy.member where tenant_id = tenancy.current_tenant()'
const beside: readonly Source[] = [
  { name: 'auth.user', source: `(select * from auth."user" where id in (${mine}))` },
  { name: 'auth.account', source: `(select * from auth.account where user_id in (${mine}))` },
  { name: 'auth.session', source: `(select * from auth.session where user_id in (${mine}))` },
  {
    name: 'queued jobs',
    source: `(select payload from graphile_worker._private_jobs where payload ->> 'tenantId' = tenancy.current_tenant()::text)`,
  },
]

async function fencedTables(client: pg.Client): Promise<Source[]> {
  const { rows } = await client.query<Source>(`
    select n.nspname || '.' || c.relname as name, format('(select * from %I.%I where tenant_id = tenancy.current_tenant())', n.nspname, c.relname) as source
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relforcerowsecurity order by 1`)
  return rows
}
