import type { Member } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { useHandOver } from './use-member-acts.ts'

const after = [
  { value: '', label: 'stay an owner' },
  { value: 'manager', label: 'become a manager' },
  { value: 'staff', label: 'become staff' },
]

/** Gives the business into other hands. */
export function HandOverForm({ slug, others }: { slug: string; others: readonly Member[] }) {
  const handOver = useHandOver(slug)
  return (
    <details className="mt-10 border-y border-line py-3">
      <summary className="cursor-pointer text-base font-semibold">Hand over ownership</summary>
      <Form
        label="Hand over ownership"
        error={handOver.error}
        className="mt-4 grid gap-4 sm:grid-cols-2"
        onSubmit={({ memberId = '', stepDownTo }) =>
          handOver.mutate({
            memberId,
            ...(stepDownTo === 'manager' || stepDownTo === 'staff' ? { stepDownTo } : {}),
          })
        }
      >
        <Select
          label="The new owner"
          name="memberId"
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select label="And you" name="stepDownTo" options={after} />
        <div className="flex justify-end sm:col-span-2">
          <Button type="submit" busy={handOver.isPending}>
            Hand over
          </Button>
        </div>
      </Form>
    </details>
  )
}
