import type { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { Invitation, MadeInvitation, NewInvitation } from './invitation.ts'
import { invite } from './invite.ts'
import { getInvitation, listInvitations } from './queries.ts'
import { renew } from './renew.ts'
import { revoke } from './revoke.ts'

const members = 'Members'
const withoutSecret = (answer: z.input<typeof MadeInvitation>) => ({ ...answer, token: null, link: null })
const linkOf = (publicUrl: string, token: string) => `${publicUrl}/invite/${token}`

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
    keep: withoutSecret,
    async handle(tx, { body }, { publicUrl }) {
      const { id, token } = await invite(tx, body)
      return { ...(await getInvitation(tx, id)), token, link: linkOf(publicUrl, token) }
    },
  }),
  door({
    method: 'POST',
    path: '/invitations/:id/renew',
    tag: members,
    summary: 'Make a new link for an invitation; the old one ends',
    params: ById,
    status: 200,
    answer: MadeInvitation,
    keep: withoutSecret,
    async handle(tx, { params }, { publicUrl }) {
      const token = await renew(tx, params.id)
      return { ...(await getInvitation(tx, params.id)), token, link: linkOf(publicUrl, token) }
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
