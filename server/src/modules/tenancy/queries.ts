import { type Kysely, sql } from 'kysely'
import type { z } from 'zod'
import type { Role } from '#lib/actor'
import type { DB } from '#lib/database/schema.gen'
import { time } from '#lib/json'
import { IdOnly, type Page, readCursor, toPage } from '#lib/page'
import { NotFound } from '#lib/refusal'
import type { Principal, Tx } from '#lib/tx'
import { permissionsOf, permit } from './permissions.ts'
import type { Member, Workspace, WorkspaceOfMine } from './workspace.ts'

/** The workspaces a person belongs to, by name. Asked before any tenant is set. */
export async function workspacesOf(db: Kysely<DB>, userId: string): Promise<z.input<typeof WorkspaceOfMine>[]> {
  const { rows } = await sql<{ tenantId: string; slug: string; name: string; role: Role }>`
    select tenant_id, slug, name, role from tenancy.workspaces_of(${userId}::uuid)`.execute(db)
  return rows.map(({ tenantId, slug, name, role }) => ({ id: tenantId, slug, name, role }))
}

/** The person as a member of the workspace with this slug; undefined when there is no such workspace for them. */
export async function memberOf(db: Kysely<DB>, userId: string, slug: string): Promise<Principal | undefined> {
  const { rows } = await sql<{ tenantId: string; memberId: string; role: Role }>`
    select tenant_id, member_id, role from tenancy.membership(${userId}::uuid, ${slug})`.execute(db)
  const [found] = rows
  return found && { tenantId: found.tenantId, actor: { kind: 'member', id: found.memberId, userId, role: found.role } }
}

/** The workspace as the caller sees it. */
export async function getWorkspace(tx: Tx): Promise<z.input<typeof Workspace>> {
  permit(tx, 'workspace.read')
  if (tx.actor.kind !== 'member' && tx.actor.kind !== 'token') throw new Error('only members look at a workspace')

  const row = await tx.db
    .selectFrom('tenancy.workspace')
    .selectAll()
    .where('tenantId', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  const { tenantId, createdAt, ...shown } = row
  const { actor } = tx
  const memberId = actor.kind === 'token' ? actor.memberId : actor.id
  return {
    ...shown,
    id: tenantId,
    createdAt: time(createdAt),
    me: { memberId, role: actor.role, permissions: permissionsOf(actor) },
  }
}

/** The workspace's time zone, for whoever reckons by its clock, Frontdesk itself included. */
export async function timezoneOf(tx: Tx): Promise<string> {
  const { timezone } = await tx.db
    .selectFrom('tenancy.workspace')
    .select('timezone')
    .where('tenantId', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  return timezone
}

/** The present members, longest first. */
export async function listMembers(
  tx: Tx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<z.input<typeof Member>>> {
  permit(tx, 'members.read')
  const after = readCursor(cursor, IdOnly)
  const rows = await presentMembers(tx)
    .$if(after !== undefined, (query) => query.where('id', '>', after?.[0] ?? ''))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, (row) => [row.id], shownMember)
}

/** One of the present members, or `not_found`. */
export async function getMember(tx: Tx, id: string): Promise<z.input<typeof Member>> {
  permit(tx, 'members.read')
  const row = await presentMembers(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('member')
  return shownMember(row)
}

interface MemberRow {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly createdAt: Date
}

function presentMembers(tx: Tx) {
  return tx.db
    .selectFrom('tenancy.colleague')
    .select(['id', 'userId', 'name', 'email', 'role', 'createdAt'])
    .$narrowType<MemberRow>()
    .where('tenantId', '=', tx.tenantId)
    .where('removedAt', 'is', null)
}

function shownMember(row: MemberRow): z.input<typeof Member> {
  return { ...row, createdAt: time(row.createdAt) }
}
