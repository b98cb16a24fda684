import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ConsentRules } from '../../../lib/api-types.ts'
import { useSlug } from '../../../lib/use-slug.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../../ui/settings-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { consentRulesQuery, useChangeConsentRules } from './queries.ts'

/** Who gets marketing, whether STOP is confirmed, and when people are left in peace. */
export function ConsentRulesPage({ nav, mayChange }: { nav: ReactNode; mayChange: boolean }) {
  usePageTitle('Consent & quiet hours')
  const slug = useSlug()
  const { data, isPending, error, refetch } = useQuery(consentRulesQuery(slug))
  const change = useChangeConsentRules(slug)
  return (
    <SettingsPage
      title="Consent & quiet hours"
      nav={nav}
      intro={
        mayChange
          ? 'What may be sent to whom, and when. What a person allows stands on their page.'
          : 'What may be sent to whom, and when. An owner or a manager can change it.'
      }
    >
      {isPending && <RowsSkeleton label="Loading the rules" />}
      {error && !data && <Broken title="The rules could not be loaded" error={error} onRetry={() => refetch()} />}
      {data && <RulesForm key={JSON.stringify(data)} rules={data} change={change} mayChange={mayChange} />}
    </SettingsPage>
  )
}

interface RulesFormProps {
  rules: ConsentRules
  change: ReturnType<typeof useChangeConsentRules>
  mayChange: boolean
}

function RulesForm({ rules, change, mayChange }: RulesFormProps) {
  const [hasHours, setHasHours] = useState(rules.quietHours !== null)
  const save = (typed: Record<string, string>) =>
    change.mutate({
      marketingNeedsGrant: typed.marketingNeedsGrant === 'on',
      confirmOptOut: typed.confirmOptOut === 'on',
      quietHours: hasHours ? { from: typed['quietHours.from'] ?? '', to: typed['quietHours.to'] ?? '' } : null,
    })
  return (
    <Form label="Consent and quiet hours" error={change.error} onSubmit={save} className="flex flex-col">
      <fieldset disabled={!mayChange} className="flex flex-col divide-y divide-line border-y border-line">
        <Toggle
          name="marketingNeedsGrant"
          isOn={rules.marketingNeedsGrant}
          words="Marketing only to who agreed"
          hint="Required in the European Union. Turned off, it goes to everybody who has not opted out."
        />
        <Toggle
          name="confirmOptOut"
          isOn={rules.confirmOptOut}
          words="Confirm a STOP"
          hint="Who writes STOP on WhatsApp is told once, in their language, that they were heard. By SMS the carriers do it."
        />
        <div>
          <Toggle
            name="hasQuietHours"
            isOn={hasHours}
            onChange={setHasHours}
            words="Quiet hours"
            hint="By the clock of the person written to. Service and marketing wait until they end; what is urgent and what colleagues answer does not."
          />
          {hasHours && (
            <div className="grid max-w-80 grid-cols-2 gap-3 pb-4 pl-6.5">
              <Field label="From" name="quietHours.from" type="time" defaultValue={rules.quietHours?.from ?? '21:00'} />
              <Field label="To" name="quietHours.to" type="time" defaultValue={rules.quietHours?.to ?? '08:00'} />
            </div>
          )}
        </div>
      </fieldset>
      {mayChange && (
        <div className="mt-5 flex items-center justify-end gap-3">
          {change.isSuccess && (
            <p role="status" className="text-sm text-ink-soft">
              Saved
            </p>
          )}
          <Button type="submit" tone="primary" busy={change.isPending}>
            Save
          </Button>
        </div>
      )}
    </Form>
  )
}

interface ToggleProps {
  name: string
  isOn: boolean
  words: string
  hint: string
  onChange?: (isOn: boolean) => void
}

function Toggle({ name, isOn, words, hint, onChange }: ToggleProps) {
  return (
    <label className="flex items-start gap-2.5 py-4">
      <input
        type="checkbox"
        name={name}
        defaultChecked={isOn}
        onChange={(event) => onChange?.(event.target.checked)}
        className="mt-0.5 size-4 shrink-0 accent-(--accent)"
      />
      <span>
        <span className="block text-sm font-medium">{words}</span>
        <span className="block text-sm text-ink-soft text-pretty">{hint}</span>
      </span>
    </label>
  )
}
