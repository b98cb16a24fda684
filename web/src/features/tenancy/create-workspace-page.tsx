import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Me, NewWorkspace } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { currencyOf } from './countries.ts'
import { Door } from './door.tsx'
import { guessPlace } from './guess-place.ts'
import { countryOptions, currencyOptions, zoneOptions } from './place-options.ts'
import { suggestSlug } from './suggest-slug.ts'
import { useCreateWorkspace } from './use-create-workspace.ts'
import { useSignOut } from './use-sign-out.ts'

/** Opens a workspace: its name decides, the rest is guessed and can be changed. */
export function CreateWorkspacePage({ me }: { me: Me }) {
  usePageTitle('Your business')
  const create = useCreateWorkspace()
  const [name, setName] = useState('')
  const [ownSlug, setOwnSlug] = useState<string | null>(null)

  const submit = ({ slug = '', ...rest }: Record<string, string>) => {
    const wish = { ...rest, name: name.trim(), ...(slug ? { slug } : {}) }
    create.mutate(wish as NewWorkspace)
  }

  return (
    <Door title="Tell us about your business" intro="It can all be changed later." below={<Elsewhere me={me} />}>
      <Form label="Your business" error={create.error} onSubmit={submit}>
        <Field
          label="Name of the business"
          name="name"
          autoComplete="organization"
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          autoFocus
        />
        <Field
          label="Address in Frontdesk"
          name="slug"
          value={ownSlug ?? suggestSlug(name)}
          onChange={(event) => setOwnSlug(event.target.value.toLowerCase())}
          autoCapitalize="none"
          spellCheck={false}
          hint={`${location.host}/w/${ownSlug ?? (suggestSlug(name) || '…')}`}
        />
        <PlaceFields />
        <Button type="submit" tone="primary" busy={create.isPending || create.isSuccess} className="mt-1">
          Open the front desk
        </Button>
      </Form>
    </Door>
  )
}

function PlaceFields() {
  const guess = useMemo(guessPlace, [])
  const countries = useMemo(countryOptions, [])
  const currencies = useMemo(currencyOptions, [])
  const zones = useMemo(() => zoneOptions(guess.timezone), [guess])
  const [currency, setCurrency] = useState(guess.currency)

  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Country"
          name="country"
          defaultValue={guess.country}
          options={countries}
          onChange={(event) => setCurrency(currencyOf.get(event.target.value) ?? currency)}
        />
        <Select
          label="Currency"
          name="currency"
          value={currency}
          options={currencies}
          onChange={(event) => setCurrency(event.target.value)}
        />
      </div>
      <Select label="Time zone" name="timezone" defaultValue={guess.timezone} options={zones} />
    </>
  )
}

function Elsewhere({ me }: { me: Me }) {
  const signOut = useSignOut()
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span>
        Signed in as {me.user.email}.{' '}
        {me.workspaces.length > 0 && (
          <Link to="/" className="font-medium text-accent-ink underline">
            Back to your inbox
          </Link>
        )}
      </span>
      <Button tone="quiet" size="small" onClick={() => signOut.mutate()}>
        Sign out
      </Button>
    </div>
  )
}
