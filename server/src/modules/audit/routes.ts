import { type AnyDoor, door } from '#lib/door'
import { PageQuery, pageOf } from '#lib/page'
import { AuditFilter, AuditFilters, Entry } from './entry.ts'
import { exportEntries } from './export-entries.ts'
import { listEntries } from './list-entries.ts'
import { listFilters } from './list-filters.ts'

const tag = 'Audit'

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/audit',
    tag,
    summary: 'Who did what here, newest first',
    query: PageQuery.extend(AuditFilter.shape),
    status: 200,
    answer: pageOf(Entry),
    handle: (tx, { query }) => listEntries(tx, query),
  }),
  door({
    method: 'GET',
    path: '/audit/filters',
    tag,
    summary: 'By whom and by what the log can be narrowed',
    status: 200,
    answer: AuditFilters,
    handle: (tx) => listFilters(tx),
  }),
  door({
    method: 'GET',
    path: '/audit/export',
    tag,
    summary: 'The log as a CSV file',
    query: AuditFilter,
    status: 200,
    file: 'text/csv; charset=utf-8',
    handle: (tx, { query }, context) => exportEntries(tx, context, query),
  }),
]
