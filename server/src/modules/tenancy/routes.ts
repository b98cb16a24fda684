import { type AnyDoor, door } from '#lib/door'
import { PageQuery, pageOf } from '#lib/page'
import { changeWorkspace } from './change-workspace.ts'
import { doors as invitationDoors } from './invitations/routes.ts'
import { doors as memberDoors } from './members/routes.ts'
import { listPermissions, Permissions } from './permission-words.ts'
import { getWorkspace, listMembers } from './queries.ts'
import { doors as tokenDoors } from './tokens/routes.ts'
import { Member, Workspace, WorkspaceChange } from './workspace.ts'

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '',
    tag: 'Workspace',
    summary: 'The workspace and what you may do in it',
    status: 200,
    answer: Workspace,
    handle: (tx) => getWorkspace(tx),
  }),
  door({
    method: 'PATCH',
    path: '',
    tag: 'Workspace',
    summary: 'Change the workspace',
    body: WorkspaceChange,
    status: 200,
    answer: Workspace,
    async handle(tx, { body }) {
      await changeWorkspace(tx, body)
      return getWorkspace(tx)
    },
  }),
  door({
    method: 'GET',
    path: '/members',
    tag: 'Workspace',
    summary: 'The people who work here',
    query: PageQuery,
    status: 200,
    answer: pageOf(Member),
    handle: (tx, { query }) => listMembers(tx, query),
  }),
  door({
    method: 'GET',
    path: '/permissions',
    tag: 'Members',
    summary: 'Which role may do what',
    status: 200,
    answer: Permissions,
    handle: async (tx) => listPermissions(tx),
  }),
  ...memberDoors,
  ...invitationDoors,
  ...tokenDoors,
]
