import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { When } from '../../../ui/when.tsx'
import { ByPassword } from './by-password.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'
import { Section } from './section.tsx'
import type { Account } from './types.ts'
import { useRenewCodes, useTurnOffSecondFactor } from './use-account-acts.ts'

type Step = 'rest' | 'set up' | 'turn off' | 'renew'

/** A code at sign-in beside the password: on, off, and what to do when the phone is lost. */
export function SecondFactorSection({ account }: { account: Account }) {
  const [step, setStep] = useState<Step>('rest')
  const [codes, setCodes] = useState<readonly string[]>()
  const turnOff = useTurnOffSecondFactor()
  const renew = useRenewCodes()
  const rest = () => setStep('rest')
  const show = (recoveryCodes: readonly string[]) => {
    setCodes(recoveryCodes)
    rest()
  }

  return (
    <Section
      title="Codes at sign-in"
      intro={<State account={account} />}
      action={step === 'rest' && !codes && <Acts account={account} onChoose={setStep} />}
    >
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />}
      {step === 'set up' && <SecondFactorSetup onDone={show} onCancel={rest} />}
      {step === 'turn off' && (
        <ByPassword act="Turn codes off" mutation={turnOff} onDone={rest} onCancel={rest}>
          Whoever knows your password can come in then.
        </ByPassword>
      )}
      {step === 'renew' && (
        <ByPassword
          act="Make new recovery codes"
          mutation={renew}
          onDone={({ recoveryCodes }) => show(recoveryCodes)}
          onCancel={rest}
        >
          The ones you have are worth nothing then.
        </ByPassword>
      )}
    </Section>
  )
}

function State({ account }: { account: Account }) {
  const { since, recoveryCodesLeft } = account.secondFactor
  if (!since)
    return (
      <>
        An app on your phone shows a code that you type after your password. Nobody comes in with a stolen password.
        {!account.hasPassword && ' Set a password first.'}
      </>
    )
  return (
    <>
      On since <When at={since} spoken />. {recoveryCodesLeft} of 10 recovery codes left.
    </>
  )
}

function Acts({ account, onChoose }: { account: Account; onChoose: (step: Step) => void }) {
  if (!account.hasPassword) return null
  if (account.secondFactor.since === null) return <Button onClick={() => onChoose('set up')}>Turn codes on…</Button>
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => onChoose('renew')}>New recovery codes…</Button>
      <Button tone="danger" onClick={() => onChoose('turn off')}>
        Turn off…
      </Button>
    </div>
  )
}
