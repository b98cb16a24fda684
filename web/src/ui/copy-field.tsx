import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { boxClass } from './field.tsx'

/** A text to take elsewhere. Where the clipboard is closed to us, the text is selected instead. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)

  const copy = async () => {
    box.current?.select()
    await navigator.clipboard?.writeText(value).catch(() => undefined)
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }

  const Icon = isCopied ? Check : Copy
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={box}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={cx(boxClass, 'h-10 min-w-0 border-line bg-sunken px-3 font-mono')}
        />
        <Button onClick={copy} aria-label={`Copy ${label.toLowerCase()}`} className="w-24">
          <Icon aria-hidden className="size-4" />
          <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
        </Button>
      </div>
    </div>
  )
}
