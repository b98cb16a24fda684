import type { Scope } from '../../../lib/api-types.ts'

export type Level = 'none' | 'read' | 'write'

/** A part of Frontdesk, and what a token can be given there. */
export interface Area {
  area: string
  title: string
  levels: readonly Level[]
  /** What each level allows, as people say it. */
  allows: Readonly<Partial<Record<Level, readonly string[]>>>
}

const titles: Readonly<Record<string, string>> = {
  members: 'Members',
  audit: 'Audit log',
  channels: 'Channels',
  contacts: 'Contacts',
  media: 'Files',
  leads: 'Leads',
  conversations: 'Conversations',
  live: 'Live updates',
}

/** The scopes by the part they are about, in the server's order. */
export function areasOf(scopes: readonly Scope[]): Area[] {
  const names = [...new Set(scopes.map(({ area }) => area))]
  return names.map((area) => {
    const own = scopes.filter((scope) => scope.area === area)
    return {
      area,
      title: titles[area] ?? area,
      levels: ['none', ...own.map(({ level }) => level)],
      allows: Object.fromEntries(own.map(({ level, words }) => [level, words])),
    }
  })
}

/** "Contacts: read and change; Audit log: read": what a token may, in a line. */
export function scopeLine(scopes: readonly string[]): string {
  const areas = [...new Set(scopes.map((scope) => scope.split('.')[0] ?? ''))]
  return areas
    .map((area) => `${titles[area] ?? area}: ${scopes.includes(`${area}.write`) ? 'read and change' : 'read'}`)
    .join('; ')
}
