import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { inWorkspace, post } from '../../lib/api.ts'
import type { Template } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Popover } from '../../ui/popover.tsx'
import { categoryWords } from './words.ts'

const categories = Object.entries(categoryWords).map(([value, label]) => ({ value, label }))
const languages = ['en', 'es', 'pt_BR', 'hi'].map((value) => ({ value, label: value }))

/** Begins a template of one's own, or a copy of one, and leads to where it is written. */
export function NewTemplate({ slug, copyOf }: { slug: string; copyOf?: Template }) {
  const navigate = useNavigate()
  const create = useMutation({
    mutationFn: (values: Record<string, string>) =>
      copyOf
        ? post<Template>(inWorkspace(slug, `/templates/${copyOf.id}/copy`), named(values))
        : post<Template>(inWorkspace(slug, '/templates'), begun(values)),
    onSuccess: ({ id }) => {
      queryClient.invalidateQueries({ queryKey: ['w', slug, 'templates', 'list'] })
      return navigate({ to: '/w/$slug/settings/templates/$templateId', params: { slug, templateId: id } })
    },
  })
  const trigger = (
    <button type="button" className={buttonClass(copyOf ? 'plain' : 'primary', copyOf ? 'small' : 'normal')}>
      {!copyOf && <Plus aria-hidden className="size-4" />} {copyOf ? 'Copy' : 'New template'}
    </button>
  )
  const label = copyOf ? 'Copy the template' : 'New template'
  return (
    <Popover label={label} trigger={trigger} align="end" side="bottom">
      {() => (
        <div className="w-80 max-w-full p-3">
          <Form label={label} error={create.error} onSubmit={(values) => create.mutate(values)}>
            <Field label="Title" name="title" autoComplete="off" hint="What you call it." />
            <Field
              label="Name"
              name="name"
              autoComplete="off"
              hint="For WhatsApp: small letters, digits, underscores."
            />
            {!copyOf && <Select label="Category" name="category" options={categories} />}
            {!copyOf && <Select label="First language" name="language" options={languages} />}
            <Button type="submit" tone="primary" busy={create.isPending}>
              {copyOf ? 'Copy' : 'Write it'}
            </Button>
          </Form>
        </div>
      )}
    </Popover>
  )
}

const named = ({ name = '', title = '' }: Record<string, string>) => ({ name: name.trim(), title })

function begun(values: Record<string, string>) {
  const { category = 'UTILITY', language = 'en' } = values
  const text = 'Write here what the message says.'
  const whatsapp = category === 'AUTHENTICATION' ? null : { header: null, body: text, footer: null, buttons: [] }
  return { ...named(values), category, variables: [], versions: [{ language, whatsapp, email: null, sms: { text } }] }
}
