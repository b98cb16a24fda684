import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { getMember } from '../queries.ts'
import { Member, role } from '../workspace.ts'
import { changeRole } from './change-role.ts'
import { handOver } from './hand-over.ts'
import { removeMember } from './remove-member.ts'

const members = 'Members'

export const doors: readonly AnyDoor[] = [
  door({
    method: 'PATCH',
    path: '/members/:id',
    tag: members,
    summary: 'Give a member another role',
    params: ById,
    body: z.object({ role }),
    status: 200,
    answer: Member,
    async handle(tx, { params, body }) {
      await changeRole(tx, params.id, body.role)
      return getMember(tx, params.id)
    },
  }),
  door({
    method: 'POST',
    path: '/members/:id/hand-over',
    tag: members,
    summary: 'Make a member an owner and, if you like, step down yourself',
    params: ById,
    body: z.object({
      stepDownTo: z.enum(['manager', 'staff']).optional().describe('The role you keep; left out, you stay an owner.'),
    }),
    status: 200,
    answer: Member,
    async handle(tx, { params, body }) {
      await handOver(tx, params.id, body.stepDownTo)
      return getMember(tx, params.id)
    },
  }),
  door({
    method: 'DELETE',
    path: '/members/:id',
    tag: members,
    summary: 'Remove a member at once, or leave',
    params: ById,
    status: 204,
    handle: (tx, { params }) => removeMember(tx, params.id),
  }),
]
