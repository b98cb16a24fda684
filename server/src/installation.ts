import type { Kysely } from 'kysely'
import type { DB } from '#lib/database/schema.gen'

/** Whether this installation is a demo. Remembered in its database, whatever the environment of a later start says. */
export async function isDemo(db: Kysely<DB>): Promise<boolean> {
  const row = await db.selectFrom('tenancy.installation').select('value').where('name', '=', 'demo').executeTakeFirst()
  return row?.value === true
}

/** Decides once, at the first start: as asked, else a demo exactly when the database is new and this is not production. */
export async function settleDemo(
  db: Kysely<DB>,
  wish: { demo: boolean | undefined; production: boolean },
): Promise<boolean> {
  const isNew = (await db.selectFrom('auth.user').select('id').limit(1).executeTakeFirst()) === undefined
  const value = isNew && (wish.demo ?? !wish.production)
  await db
    .insertInto('tenancy.installation')
    .values({ name: 'demo', value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return isDemo(db)
}
