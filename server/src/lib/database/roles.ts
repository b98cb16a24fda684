import type pg from 'pg'
import { hmacSha256 } from '#lib/signature'
import { StartRefused } from '#lib/start-refused'

/** Runs requests and jobs. Owns nothing and is fenced by row-level security. */
export const appRole = 'frontdesk_app'
/** Owns the few functions that work before a tenant is known. Nobody can log in as it. */
export const definerRole = 'frontdesk_definer'

/** The runtime role's password: made from the installation's secret, so that every process of it knows it. */
export function appPassword(secret: string): string {
  return hmacSha256('frontdesk runtime role', secret)
}

/** Makes the two roles where they are missing and lets the runtime role in with this installation's password. */
export async function prepareRoles(owner: pg.ClientBase, password: string): Promise<void> {
  try {
    await createUnlessThere(owner, appRole, 'login')
    await createUnlessThere(owner, definerRole, 'nologin')
    await owner.query(`alter role ${appRole} with password '${password}'`)
    await owner.query(`grant ${definerRole} to current_user`)
  } catch (cause) {
    throw new StartRefused(
      `The database user may not create the role "${appRole}" (${(cause as Error).message}). Give the user of DATABASE_URL the right CREATEROLE, or create the roles ${appRole} and ${definerRole} for it.`,
    )
  }
}

async function createUnlessThere(owner: pg.ClientBase, role: string, kind: 'login' | 'nologin'): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await owner.query(`create role ${role} ${kind} nosuperuser nobypassrls nocreatedb nocreaterole`)
}
