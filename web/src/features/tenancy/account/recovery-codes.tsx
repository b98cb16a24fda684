import { Check, Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { Button, buttonClass } from '../../../ui/button.tsx'

/** The codes for the day the phone is lost, shown this one time. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const [isCopied, setCopied] = useState(false)
  const text = codes.join('\n')
  const copy = async () => {
    await navigator.clipboard?.writeText(text).catch(() => undefined)
    setCopied(true)
  }
  const Icon = isCopied ? Check : Copy
  return (
    <div className="flex flex-col gap-4 rounded-md border border-line bg-surface p-4">
      <div>
        <h3 className="text-sm font-semibold">Keep these recovery codes</h3>
        <p className="mt-1 text-sm text-ink-soft text-pretty">
          Each lets you in once when your phone is lost. They are shown this one time: print them, or put them into your
          password manager.
        </p>
      </div>
      <ul aria-label="Recovery codes" className="grid grid-cols-2 gap-x-4 gap-y-1.5 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" onClick={onDone}>
          I have kept them
        </Button>
        <Button onClick={copy}>
          <Icon aria-hidden className="size-4" />
          <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
        </Button>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download="frontdesk-recovery-codes.txt"
          className={buttonClass('plain')}
        >
          <Download aria-hidden className="size-4" />
          Save as file
        </a>
      </div>
    </div>
  )
}
