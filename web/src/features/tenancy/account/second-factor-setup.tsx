import { Button } from '../../../ui/button.tsx'
import { CopyField } from '../../../ui/copy-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { ByPassword } from './by-password.tsx'
import { CodeField } from './code-field.tsx'
import { QrCode } from './qr-code.tsx'
import { usePrepareSecondFactor, useTurnOnSecondFactor } from './use-account-acts.ts'

interface SetupProps {
  onDone: (recoveryCodes: readonly string[]) => void
  onCancel: () => void
}

/** From the password over the QR code to a first code of the authenticator. */
export function SecondFactorSetup({ onDone, onCancel }: SetupProps) {
  const prepare = usePrepareSecondFactor()
  const turnOn = useTurnOnSecondFactor()
  if (!prepare.data) return <ByPassword act="Go on" mutation={prepare} onDone={() => undefined} onCancel={onCancel} />

  const { secret, uri } = prepare.data
  return (
    <Form
      label="Turn codes on"
      error={turnOn.error}
      onSubmit={({ code = '' }) => turnOn.mutate(code, { onSuccess: (answer) => onDone(answer.recoveryCodes) })}
      className="flex max-w-100 flex-col gap-5"
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          <span className="font-semibold">1.</span> Scan this with an authenticator app, such as Aegis, 2FAS or Google
          Authenticator.
        </p>
        <QrCode text={uri} label="QR code for the authenticator" />
        <details className="text-sm">
          <summary className="cursor-pointer font-medium text-accent-ink">I can’t scan it</summary>
          <div className="mt-2">
            <CopyField label="Key to type in" value={secret} />
          </div>
        </details>
      </div>
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          <span className="font-semibold">2.</span> Type the code it shows.
        </p>
        <CodeField />
      </div>
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={turnOn.isPending}>
          Turn codes on
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Form>
  )
}
