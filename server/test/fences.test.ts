import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { appRole, definerRole } from '#lib/database/roles'
import { world } from '../world/world.ts'

/** Tables without a tenant: people and their sessions (who may belong to several), and what the installation itself counts. */
const unfenced = [
  'auth.account',
  'auth.letter',
  'auth.recovery_code',
  'auth.second_factor',
  'auth.session',
  'auth.user',
  'auth.verification',
  'facts.reader',
  'http.spent',
  'http.throttle',
  'tenancy.installation',
]

/** All code that sees more than one tenant. */
const definerFunctions = [
  'channels.due_for_examination',
  'channels.locate',
  'channels.locate_numbers',
  'channels.store',
  'channels.tenants_waiting',
  'contacts.imports_due',
  'contacts.matching',
  'contacts.search',
  'conversations.due',
  'conversations.resuming',
  'conversations.search_messages',
  'conversations.under_labels',
  'conversations.waking',
  'facts.after',
  'media.due',
  'tenancy.announce_account',
  'tenancy.locate_invitation',
  'tenancy.locate_token',
  'tenancy.membership',
  'tenancy.workspaces_of',
]

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') and n.nspname not like 'pg_%'`

const cast = await world()
const owner = new pg.Client({ connectionString: cast.ownerUrl })
owner.on('error', () => undefined)
await owner.connect()
after(() => owner.end())

async function names(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(query)
  return rows.map(({ name }) => name)
}

test('every table is fenced by forced row-level security, or stands in the list of exceptions', async () => {
  const open = await names(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`)
  assert.deepEqual(open, unfenced)
})

test('every fenced table has the tenant policy, for reading and for writing', async () => {
  const without = await names(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} and c.relrowsecurity and not exists (
      select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.policyname = 'tenant_only'
        and p.qual = '(tenant_id = tenancy.current_tenant())' and p.with_check = p.qual and p.cmd = 'ALL' and p.roles = '{public}')`)
  assert.deepEqual(without, [])
  const others = await names(`
    select schemaname || '.' || tablename || ': ' || policyname as name from pg_policies
    where policyname <> 'tenant_only' and not (policyname = 'definer_only' and roles = '{${definerRole}}')`)
  assert.deepEqual(others, [])
})

test('every fenced table’s primary key begins with the tenant', async () => {
  const wrong = await names(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relkind in ('r', 'p') and ${ours} and c.relrowsecurity and a.attname is distinct from 'tenant_id'`)
  assert.deepEqual(wrong, [])
})

test('every foreign key from a fenced table to a fenced table carries the tenant', async () => {
  const wrong = await names(`
    select k.conrelid::regclass || ': ' || k.conname as name from pg_constraint k
    join pg_class source on source.oid = k.conrelid join pg_class target on target.oid = k.confrelid
    join pg_namespace n on n.oid = source.relnamespace
    where k.contype = 'f' and ${ours} and source.relrowsecurity and target.relrowsecurity and not exists (
      select from unnest(k.conkey, k.confkey) as pair (mine, theirs)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.mine
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.theirs
      where a.attname = 'tenant_id' and b.attname = 'tenant_id')`)
  assert.deepEqual(wrong, [])
})

test('the runtime role owns nothing and can’t step over the fence', async () => {
  const { rows } = await owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ($1, $2)`,
    [appRole, definerRole],
  )
  assert.deepEqual(
    rows,
    Array(2).fill({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }),
  )
  assert.deepEqual(
    await names(
      `select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('${appRole}', '${definerRole}')`,
    ),
    [],
  )
})

test('the functions that see more than one tenant are the ones we know', async () => {
  const found = await names(`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
    where ${ours} and p.prosecdef and r.rolname = '${definerRole}' order by 1`)
  assert.deepEqual(found, definerFunctions)
  const pinned = await names(`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and p.prosecdef and not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%')`)
  assert.deepEqual(pinned, [], 'every security definer function pins its search path')
})

test('without a tenant the runtime role sees and writes nothing', async () => {
  const { app } = cast.context.database
  assert.deepEqual(await app.selectFrom('tenancy.workspace').select('slug').execute(), [])
  await assert.rejects(
    sql`insert into contacts.contact (tenant_id, id, created_at, updated_at) values (${cast.salon.tenantId}, gen_random_uuid(), now(), now())`.execute(
      app,
    ),
    /row-level security/,
  )
  await assert.rejects(
    sql`select jobs.enqueue('conversations.deliver', '{}', null, null)`.execute(app),
    /a job needs a tenant/,
  )
})

test('a row of another tenant can neither be written nor pointed at', async () => {
  const { salon, clinic } = cast
  await assert.rejects(
    clinic.as(clinic.owner, (tx) =>
      sql`insert into contacts.contact (tenant_id, id, created_at, updated_at) values (${salon.tenantId}, gen_random_uuid(), now(), now())`.execute(
        tx.db,
      ),
    ),
    /row-level security/,
  )
  const ana = '00000000-0000-7000-8000-000000000001'
  await salon.as(salon.owner, (tx) =>
    sql`insert into contacts.contact (id, created_at, updated_at) values (${ana}, now(), now())`.execute(tx.db),
  )
  await assert.rejects(
    clinic.as(clinic.owner, (tx) =>
      sql`insert into contacts.identity (id, contact_id, kind, value, match_key, created_at) values (gen_random_uuid(), ${ana}, 'phone', '+34600000001', '34600000001', now())`.execute(
        tx.db,
      ),
    ),
    /violates foreign key/,
  )
})
