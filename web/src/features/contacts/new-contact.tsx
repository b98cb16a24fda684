import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { NewContact } from '../../lib/api-types.ts'
import { useSlug } from '../../lib/use-slug.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { FieldInput } from './fields/field-input.tsx'
import { fieldsQuery } from './queries.ts'
import { useAddContact } from './use-contact-acts.ts'

/** Adds a person who has not written yet. */
export function NewContactForm() {
  usePageTitle('New contact')
  const slug = useSlug()
  const navigate = useNavigate()
  const add = useAddContact(slug)
  const fields = (useQuery(fieldsQuery(slug)).data ?? []).filter(({ archivedAt }) => archivedAt === null)
  return (
    <div className="mx-auto flex max-w-100 flex-col gap-5 p-5 md:pt-8">
      <h2 className="text-base font-semibold">New contact</h2>
      <Form
        label="New contact"
        error={add.error}
        onSubmit={(typed) =>
          add.mutate(wishOf(typed), {
            onSuccess: ({ id }) => navigate({ to: '/w/$slug/contacts/$contactId', params: { slug, contactId: id } }),
          })
        }
      >
        <Field label="Name" name="name" autoComplete="off" autoFocus />
        <Field
          label="Phone number"
          name="phone"
          type="tel"
          autoComplete="off"
          hint="Without a country code it is read as one of your country."
        />
        <Field label="Email address" name="email" type="email" autoComplete="off" />
        {fields.map((field) => (
          <FieldInput key={field.id} field={field} value="" />
        ))}
        <div className="flex justify-end gap-2">
          <Link to="/w/$slug/contacts" params={{ slug }} className={buttonClass('quiet')}>
            Cancel
          </Link>
          <Button type="submit" tone="primary" busy={add.isPending}>
            Add the contact
          </Button>
        </div>
      </Form>
    </div>
  )
}

/** What was typed, without what was left empty; values of fields stand together. */
function wishOf(typed: Record<string, string>): NewContact {
  const filled = Object.entries(typed).filter(([, value]) => value.trim())
  const [own, said] = [filled.filter(([name]) => !name.includes('.')), filled.filter(([name]) => name.includes('.'))]
  const fields = Object.fromEntries(said.map(([name, value]) => [name.slice('fields.'.length), value]))
  return { ...Object.fromEntries(own), ...(said.length > 0 ? { fields } : {}) }
}
