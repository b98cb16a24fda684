import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById, Id } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { beginLead } from './begin-lead.ts'
import { changeLead } from './change-lead.ts'
import { Lead, LeadChange, LeadCounts, NewLead, sources, stages } from './lead.ts'
import { countLeads, getLead, listLeads } from './queries.ts'

const tag = 'Leads'
const Filter = z.object({
  owner: z
    .union([z.enum(['me', 'none']), Id])
    .optional()
    .describe('`me`, `none`, or a member’s id.'),
  source: z.enum(sources).optional(),
  contactId: Id.optional().describe('Only the lead of this person.'),
  q: z.string().max(200).optional().describe('Part of a name, a username, a number or an address.'),
})

export const leadDoors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/leads',
    tag,
    summary: 'Who may become a customer, newest first',
    query: PageQuery.extend(Filter.shape).extend({ stage: z.enum(stages).optional() }),
    status: 200,
    answer: pageOf(Lead),
    handle: (tx, { query }) => listLeads(tx, query),
  }),
  door({
    method: 'GET',
    path: '/leads/counts',
    tag,
    summary: 'How many leads stand in each stage',
    query: Filter,
    status: 200,
    answer: LeadCounts,
    handle: (tx, { query }) => countLeads(tx, query),
  }),
  door({
    method: 'POST',
    path: '/leads',
    tag,
    summary: 'Make a lead of a person',
    body: NewLead,
    status: 201,
    answer: Lead,
    handle: (tx, { body }) => beginLead(tx, body),
  }),
  door({
    method: 'GET',
    path: '/leads/:id',
    tag,
    summary: 'One lead',
    params: ById,
    status: 200,
    answer: Lead,
    handle: (tx, { params }) => getLead(tx, params.id),
  }),
  door({
    method: 'PATCH',
    path: '/leads/:id',
    tag,
    summary: 'Move a lead to another stage, give it an owner, a value, or the reason why it was lost',
    params: ById,
    body: LeadChange,
    status: 200,
    answer: Lead,
    handle: (tx, { params, body }) => changeLead(tx, params.id, body),
  }),
]
