import type { Role } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyField } from '../../../ui/copy-field.tsx'
import { Field, Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { useMay } from '../use-may.ts'
import { rolesToGive, roleWords } from './role-words.ts'
import { useInvite } from './use-member-acts.ts'

/** Makes a link to hand to somebody; it is shown here and never again. */
export function InvitePanel({ slug, onDone }: { slug: string; onDone: () => void }) {
  const invite = useInvite(slug)
  const roles = rolesToGive(useMay())
  const link = invite.data?.link

  return (
    <section aria-label="Invite somebody" className="mb-8 rounded-lg border border-line bg-surface p-4">
      {link ? (
        <div className="flex flex-col gap-3">
          <CopyField label="Invitation link" value={link} />
          <p className="text-sm text-ink-soft text-pretty">
            Send it to {invite.data?.email ?? 'the person you invite'}. It is shown only now, works for one person, and
            holds for seven days.
          </p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => invite.reset()}>Invite another</Button>
            <Button tone="primary" onClick={onDone}>
              Done
            </Button>
          </div>
        </div>
      ) : (
        <Form
          label="Invite somebody"
          error={invite.error}
          onSubmit={({ email = '', role = 'staff' }) =>
            invite.mutate({ role: role as Role, ...(email.trim() ? { email: email.trim() } : {}) })
          }
        >
          <Select
            label="Role"
            name="role"
            defaultValue="staff"
            options={roles.map((value) => ({ value, label: roleWords[value] }))}
          />
          <Field
            label="Their email (optional)"
            name="email"
            type="email"
            autoComplete="off"
            hint="With an address, only an account with that address can use the link."
          />
          <div className="flex justify-end gap-2">
            <Button onClick={onDone}>Cancel</Button>
            <Button type="submit" tone="primary" busy={invite.isPending}>
              Make the link
            </Button>
          </div>
        </Form>
      )}
    </section>
  )
}
