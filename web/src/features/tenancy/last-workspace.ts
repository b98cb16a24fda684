import type { Me } from '../../lib/api-types.ts'
import { recall, remember } from '../../lib/storage.ts'

/** The workspace to open when the address names none: the one last used here, else the first. */
export function lastWorkspace(me: Me): string | undefined {
  const kept = recall('workspace')
  const entry = me.workspaces.find((workspace) => workspace.slug === kept) ?? me.workspaces[0]
  return entry?.slug
}

/** Keeps which workspace was used last in this browser. */
export const rememberWorkspace = (slug: string) => remember('workspace', slug)
