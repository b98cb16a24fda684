import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { Invitation, MadeInvitation, NewInvitation } from './invitation.ts'
import { invite } from './invite.ts'
import { getInvitation, listInvitations } from './queries.ts'
import { revoke } from './revoke.ts'

const members = 'Members'

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/invitations',
    tag: members,
    summary: 'Invitations nobody has used yet',
    query: PageQuery,
    status: 200,
    answer: pageOf(Invitation),
    handle: (tx, { query }) => listInvitations(tx, query),
  }),
  door({
    method: 'POST',
    path: '/invitations',
    tag: members,
    summary: 'Invite somebody by a link that holds for seven days and one person',
    body: NewInvitation,
    status: 201,
    answer: MadeInvitation,
    keep: (answer) => ({ ...answer, token: null, link: null }),
    async handle(tx, { body }, { publicUrl }) {
      const { id, token } = await invite(tx, body)
      return { ...(await getInvitation(tx, id)), token, link: `${publicUrl}/invite/${token}` }
    },
  }),
  door({
    method: 'DELETE',
    path: '/invitations/:id',
    tag: members,
    summary: 'Take an invitation back',
    params: ById,
    status: 204,
    handle: (tx, { params }) => revoke(tx, params.id),
  }),
]
