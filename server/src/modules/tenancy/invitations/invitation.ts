import { z } from 'zod'
import type { Role } from '#lib/actor'
import { Time } from '#lib/json'
import { Email } from '../email.ts'
import { role } from '../workspace.ts'

const millisecondsValid = 7 * 86_400_000
const roles: readonly Role[] = ['owner', 'manager', 'staff']

export const NewInvitation = z.object({
  role,
  email: Email.optional().describe('Only an account with this address may accept; left out, whoever has the link.'),
})
export type NewInvitation = z.output<typeof NewInvitation>

export const Invitation = z.object({
  id: z.uuid(),
  role,
  email: z.string().nullable(),
  invitedBy: z.object({ id: z.uuid(), name: z.string() }),
  status: z.enum(['pending', 'expired']),
  createdAt: Time,
  expiresAt: Time,
})

const once = 'Shown this once; null when the same request is answered again.'

export const MadeInvitation = Invitation.extend({
  token: z.string().nullable().describe(once),
  link: z.string().nullable().describe(once),
})

/** What the bearer of a link is told before they accept. */
export const InvitationLetter = z.object({
  workspace: z.object({ name: z.string() }),
  role,
  invitedBy: z.object({ name: z.string() }),
  email: z.string().nullable().describe('The only address it is meant for, if there is one.'),
  expiresAt: Time,
})

/** When an invitation made at this moment ends: after seven days. */
export function endOf(moment: Date): Date {
  return new Date(moment.getTime() + millisecondsValid)
}

/** The roles somebody of this role may invite to: an owner is made by owners alone. */
export function rolesToGive(giver: Role): readonly Role[] {
  if (giver === 'owner') return roles
  return giver === 'manager' ? roles.filter((each) => each !== 'owner') : []
}
