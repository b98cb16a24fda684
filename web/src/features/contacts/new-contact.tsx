import { Link, useNavigate } from '@tanstack/react-router'
import { useSlug } from '../../lib/use-slug.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useAddContact } from './use-contact-acts.ts'

/** Adds a person who has not written yet. */
export function NewContactForm() {
  usePageTitle('New contact')
  const slug = useSlug()
  const navigate = useNavigate()
  const add = useAddContact(slug)
  return (
    <div className="mx-auto flex max-w-100 flex-col gap-5 p-5 md:pt-8">
      <h2 className="text-base font-semibold">New contact</h2>
      <Form
        label="New contact"
        error={add.error}
        onSubmit={(typed) =>
          add.mutate(Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim())), {
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
