import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'
import { useRename } from './use-account-acts.ts'

/** What colleagues and customers see of me. */
export function NameSection({ name }: { name: string }) {
  const rename = useRename()
  return (
    <Section title="Name" intro="Your colleagues see it beside what you do.">
      <Form
        label="Name"
        error={rename.error}
        onSubmit={({ name = '' }) => rename.mutate(name.trim())}
        className="flex max-w-100 flex-col items-start gap-3 *:w-full *:[button]:w-auto"
      >
        <Field label="Your name" name="name" autoComplete="name" defaultValue={name} required maxLength={120} />
        <Button type="submit" busy={rename.isPending}>
          Save name
        </Button>
        {rename.isSuccess && <Notice tone="good">Saved.</Notice>}
      </Form>
    </Section>
  )
}
