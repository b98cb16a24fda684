/** What the log is narrowed to, as it stands in the page's address. Days are the reader's own, the last one included. */
export interface AuditSearch {
  who?: string
  area?: string
  subjectId?: string
  from?: string
  to?: string
}

const names = ['who', 'area', 'subjectId', 'from', 'to'] as const

/** Reads them from an address; what is none of them is left out. */
export function auditSearchFrom(search: Record<string, unknown>): AuditSearch {
  const given = names.flatMap((name) => {
    const value = search[name]
    if (typeof value !== 'string' || value === '') return []
    if ((name === 'from' || name === 'to') && startOfDay(value) === null) return []
    return [[name, value] as const]
  })
  return Object.fromEntries(given)
}

/** As the server is asked. */
export function asQuery({ from, to, ...others }: AuditSearch): Record<string, string> {
  const [begin, end] = [from && startOfDay(from), to && startOfDay(to, 1)]
  return {
    ...others,
    ...(begin ? { from: begin.toISOString() } : {}),
    ...(end ? { to: end.toISOString() } : {}),
  }
}

/** Midnight where the reader is; null when this is no day. */
function startOfDay(day: string, later = 0): Date | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (year === undefined) return null
  const at = new Date(Number(year), Number(month) - 1, Number(date) + later)
  return Number.isNaN(at.getTime()) ? null : at
}
