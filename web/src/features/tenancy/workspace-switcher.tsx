import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { Me } from '../../lib/api-types.ts'
import { initialsOf } from '../../ui/initials.ts'
import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx'

interface WorkspaceSwitcherProps {
  me: Me
  slug: string
  name: string
}

/** Which business this is, and the way to another. */
export function WorkspaceSwitcher({ me, slug, name }: WorkspaceSwitcherProps) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          title={name}
          className="flex size-10 items-center justify-center rounded-md bg-accent text-sm font-semibold text-accent-on hover:bg-accent-hover"
        >
          <span aria-hidden>{initialsOf(name)}</span>
          <span className="sr-only">{name}: switch workspace</span>
        </button>
      }
    >
      {me.workspaces.map((workspace) => (
        <MenuItem
          key={workspace.id}
          render={
            <Link
              to="/w/$slug/inbox"
              params={{ slug: workspace.slug }}
              aria-current={workspace.slug === slug ? 'true' : undefined}
            />
          }
        >
          <span className="flex size-6 shrink-0 items-center justify-center rounded-sm bg-sunken text-xs font-semibold">
            {initialsOf(workspace.name)}
          </span>
          <span className={workspace.slug === slug ? 'truncate font-semibold' : 'truncate'}>{workspace.name}</span>
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem render={<Link to="/workspaces/new" />}>
        <Plus aria-hidden className="size-4" />
        Add a business
      </MenuItem>
    </Menu>
  )
}
