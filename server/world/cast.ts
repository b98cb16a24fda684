import { readFileSync } from 'node:fs'
import { logger } from '#lib/log'
import type { Principal } from '#lib/tx'
import { addMember, openWorkspace } from '#tenancy'
import { type App, buildApp, openPools } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { type Template, testSecret } from './cluster.ts'

/** A workspace of the cast: its people and their bearer tokens. */
export interface DeskNotes {
  readonly tenantId: string
  readonly slug: string
  readonly owner: Principal
  readonly manager: Principal
  readonly staff: Principal
  readonly tokens: { readonly owner: string; readonly manager: string; readonly staff: string }
}

// Sessions last a week: a template of another day is made anew.
const today = new Date().toISOString().slice(0, 10)

/** Salon Rosa and Clinic Nord, written once into the template that every test's database is cloned from. */
export const castTemplate: Template = {
  digest: readFileSync(import.meta.filename, 'utf8') + today,
  async fill(ownerUrl) {
    const config = readConfig({ FRONTDESK_SECRET: testSecret })
    const app = buildApp(config, openPools(config, ownerUrl), { log: logger({ level: 'silent', pretty: false }) })
    try {
      return {
        salon: await desk(app, 'Salon Rosa', 'salon-rosa', 'rosa.test'),
        clinic: await desk(app, 'Clinic Nord', 'clinic-nord', 'nord.test'),
      }
    } finally {
      await app.database.close()
    }
  },
}

async function desk(app: App, name: string, slug: string, domain: string): Promise<DeskNotes> {
  const signUp = (person: string) =>
    app.accounts.signUp(
      { name: person, email: `${person.toLowerCase()}@${domain}`, password: 'correct horse' },
      new Headers(),
    )
  const [owner, manager, staff] = await Promise.all([signUp('Owner'), signUp('Manager'), signUp('Staff')])

  const place = { timezone: 'Europe/Madrid', currency: 'EUR', country: 'ES' }
  const { tenantId, actor } = await openWorkspace(app, owner.user.id, { name, slug, ...place })
  const join = async (userId: string, role: 'manager' | 'staff'): Promise<Principal> => {
    const id = await app.withTenant({ tenantId, actor }, (tx) => addMember(tx, { userId, role }))
    return { tenantId, actor: { kind: 'member', id, userId, role } }
  }
  return {
    tenantId,
    slug,
    owner: { tenantId, actor },
    manager: await join(manager.user.id, 'manager'),
    staff: await join(staff.user.id, 'staff'),
    tokens: { owner: owner.token, manager: manager.token, staff: staff.token },
  }
}
