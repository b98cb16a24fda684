import type { Reaction } from '#lib/facts/react'
import { leaveLeads } from './leads/change-lead.ts'

export const reactions: readonly Reaction[] = [
  {
    name: 'contacts.leave-leads',
    hears: {
      'tenancy.member_removed': (tx, { subjectId }) => leaveLeads(tx, subjectId),
    },
  },
]
