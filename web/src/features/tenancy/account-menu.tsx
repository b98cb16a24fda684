import { Link } from '@tanstack/react-router'
import { CircleUser, LogOut, UserRoundCog } from 'lucide-react'
import type { User } from '../../lib/api-types.ts'
import { iconButtonClass } from '../../ui/button.tsx'
import { Menu, MenuChoice, MenuItem, MenuRule } from '../../ui/menu.tsx'
import { type Theme, useTheme } from '../../ui/theme.ts'
import { useSignOut } from './use-sign-out.ts'

const themes: { value: Theme; label: string }[] = [
  { value: 'system', label: 'Theme of the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** What concerns me rather than the business: theme, my account, signing out. */
export function AccountMenu({ user, align }: { user: User; align: 'start' | 'end' }) {
  const [theme, setTheme] = useTheme()
  const signOut = useSignOut()
  return (
    <Menu
      side="top"
      align={align}
      trigger={
        <button type="button" aria-label="Your account" title={user.name} className={iconButtonClass}>
          <CircleUser aria-hidden className="size-5" />
        </button>
      }
    >
      <div className="px-2.5 py-2 text-sm">
        <div className="truncate font-semibold">{user.name}</div>
        <div className="truncate text-ink-soft">{user.email}</div>
      </div>
      <MenuRule />
      <MenuChoice label="Theme" value={theme} onChange={(value) => setTheme(value as Theme)} options={themes} />
      <MenuRule />
      <MenuItem render={<Link to="/account" />}>
        <UserRoundCog aria-hidden className="size-4" />
        Your account
      </MenuItem>
      <MenuItem onSelect={() => signOut.mutate()}>
        <LogOut aria-hidden className="size-4" />
        Sign out
      </MenuItem>
    </Menu>
  )
}
