import type pg from 'pg'

/** One table or index read within a plan. */
export interface Scan {
  readonly kind: string
  readonly table: string
  readonly index: string | undefined
  /** Rows looked at, those thrown away included. */
  readonly rows: number
}

export interface Explained {
  readonly sql: string
  readonly scans: readonly Scan[]
}

interface PlanNode {
  readonly 'Node Type': string
  readonly Schema?: string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly PlanNode[]
}

/** Runs a statement for its plan and undoes it. The client has an open transaction, its role and its tenant. */
export async function explain(client: pg.ClientBase, sql: string, parameters: readonly unknown[]): Promise<Explained> {
  await client.query('savepoint plan')
  const options = 'analyze, verbose, costs off, timing off, summary off, format json'
  const { rows } = await client
    .query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (${options}) ${sql}`, [...parameters])
    // What can't be done a second time can still be planned.
    .catch(async () => {
      await client.query('rollback to savepoint plan')
      return client.query(`explain (verbose, costs off, format json) ${sql}`, [...parameters])
    })
  await client.query('rollback to savepoint plan')
  return { sql, scans: scansOf(rows[0]?.['QUERY PLAN'][0].Plan) }
}

/** Nodes of a bitmap scan tell the index, their parent the table: the parent stands for both. */
function scansOf(node: PlanNode | undefined, above?: PlanNode): Scan[] {
  if (!node) return []
  const below = (node.Plans ?? []).flatMap((inner) => scansOf(inner, node['Relation Name'] ? node : above))
  const isScan = node['Node Type'].endsWith('Scan')
  if (!isScan || (!node['Relation Name'] && node['Node Type'] !== 'Bitmap Index Scan')) return below
  const looked =
    (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  const named = node['Relation Name'] ? node : (above ?? node)
  const table = `${named.Schema ?? '?'}.${named['Relation Name'] ?? '?'}`
  return [
    { kind: node['Node Type'], table, index: node['Index Name'], rows: looked * (node['Actual Loops'] ?? 0) },
    ...below,
  ]
}

/** Tables of more than two pages: where reading all of it is never right. */
export async function largeTables(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpages > 2 and n.nspname not in ('pg_catalog', 'information_schema')`)
  return new Set(rows.map(({ name }) => name))
}

/**
 * The plans of the statements inside a function, under the role it runs as: once planned for these very arguments, once for
 * any, as a connection that calls it often does unless the function forbids it. Arguments and variables are given as `name type` with a literal each.
 */
export async function explainBody(
  client: pg.ClientBase,
  name: string,
  variables: Readonly<Record<string, string>>,
): Promise<Explained[]> {
  const { rows } = await client.query<{ prosrc: string; pinned: boolean }>(
    `select prosrc, coalesce('plan_cache_mode=force_custom_plan' = any(proconfig), false) as pinned
     from pg_proc where oid = $1::regproc`,
    [name],
  )
  const names = Object.keys(variables).map((variable) => variable.split(' '))
  const found: Explained[] = []
  for (const statement of statementsIn(rows[0]?.prosrc ?? '')) {
    const body = names.reduce(
      (text, [word], at) => text.replaceAll(new RegExp(`(?<![.\\w])${word}(?![.\\w(])`, 'g'), `$${at + 1}`),
      statement,
    )
    await client.query(`prepare body (${names.map(([, type]) => type).join(', ')}) as ${body}`)
    for (const mode of ['force_custom_plan', ...(rows[0]?.pinned ? [] : ['force_generic_plan'])]) {
      await client.query(`set local plan_cache_mode = ${mode}`)
      const { scans } = await explain(client, `execute body (${Object.values(variables).join(', ')})`, [])
      found.push({ sql: `${name}, ${mode}: ${body}`, scans })
    }
    await client.query('deallocate body')
  }
  return found
}

/** The whole body of a function in SQL; of one in PL/pgSQL what it returns, gathers and writes. */
function statementsIn(source: string): string[] {
  const bare = source.replaceAll(/--.*$/gm, '')
  if (!/^\s*(declare|begin)\b/.test(bare)) return [bare]
  const within = [...bare.matchAll(/return query\s+([\s\S]*?);|:= array\(([\s\S]*?)\);|^\s*(insert into[\s\S]*?);/gm)]
  return within.map(([, returned, gathered, written]) => returned ?? gathered ?? written ?? '')
}
