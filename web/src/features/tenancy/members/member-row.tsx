import { ChevronDown } from 'lucide-react'
import type { Member, Role } from '../../../lib/api-types.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Button } from '../../../ui/button.tsx'
import { Menu, MenuChoice } from '../../../ui/menu.tsx'
import { useMay } from '../use-may.ts'
import { Leave } from './leave.tsx'
import { RemoveMember } from './remove-member.tsx'
import { rolesToGive, roleWords } from './role-words.ts'
import { useChangeRole } from './use-member-acts.ts'

/** One colleague: who they are, their role, and what I may do about it. */
export function MemberRow({ slug, member, isMe }: { slug: string; member: Member; isMe: boolean }) {
  const may = useMay()
  const changeRole = useChangeRole(slug, member.id)
  const isAboveMe = member.role === 'owner' && !may('members.change-owners')

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <Avatar name={member.name} />
      <div className="min-w-40 flex-1">
        <div className="truncate font-semibold">
          {member.name}
          {isMe && <span className="font-normal text-ink-soft"> (you)</span>}
        </div>
        <div className="truncate text-sm text-ink-soft">{member.email}</div>
      </div>
      <div className="flex items-center gap-2 max-sm:w-full max-sm:justify-between max-sm:pl-10.5">
        {may('members.change') && !isMe && !isAboveMe ? (
          <RoleMenu
            name={member.name}
            role={member.role}
            roles={rolesToGive(may)}
            busy={changeRole.isPending}
            onChange={(role) => changeRole.mutate(role)}
          />
        ) : (
          <span className="px-2.5 text-sm">{roleWords[member.role]}</span>
        )}
        {isMe && <Leave slug={slug} member={member} />}
        {!isMe && !isAboveMe && may('members.remove') && <RemoveMember slug={slug} member={member} />}
      </div>
      {changeRole.error && (
        <p role="alert" className="w-full text-xs text-red">
          {changeRole.error.message}
        </p>
      )}
    </li>
  )
}

interface RoleMenuProps {
  name: string
  role: Role
  roles: readonly Role[]
  busy: boolean
  onChange: (role: Role) => void
}

function RoleMenu({ name, role, roles, busy, onChange }: RoleMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small" tone="quiet" busy={busy} aria-label={`Role of ${name}: ${roleWords[role]}`}>
          {roleWords[role]}
          <ChevronDown aria-hidden className="size-4 text-ink-soft" />
        </Button>
      }
    >
      <MenuChoice
        label={`Role of ${name}`}
        value={role}
        onChange={(value) => onChange(value as Role)}
        options={roles.map((value) => ({ value, label: roleWords[value] }))}
      />
    </Menu>
  )
}
