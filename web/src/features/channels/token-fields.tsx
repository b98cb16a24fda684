import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { randomToken } from './random-token.ts'

/** A credential: never filled in by the browser, never shown again by us. */
export function SecretField({ label, name, hint }: { label: string; name: string; hint: string }) {
  return (
    <Field label={label} name={name} type="password" autoComplete="off" data-1p-ignore spellCheck={false} hint={hint} />
  )
}

/** The word Meta must repeat to prove that it is Meta; ours to choose, so one is offered. */
export function VerifyTokenField({ startsEmpty = false }: { startsEmpty?: boolean }) {
  const [token, setToken] = useState(() => (startsEmpty ? '' : randomToken()))
  return (
    <Field
      label="Verify token"
      name="credentials.verifyToken"
      value={token}
      onChange={(event) => setToken(event.target.value)}
      autoComplete="off"
      spellCheck={false}
      className="font-mono"
      hint="Any word of your own; you paste the same one at Meta."
      aside={
        <Button onClick={() => setToken(randomToken())}>
          <RefreshCw aria-hidden className="size-4" />
          Generate
        </Button>
      }
    />
  )
}
