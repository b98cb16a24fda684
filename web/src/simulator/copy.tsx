import { Check, ClipboardCopy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'

/** Puts a text on the clipboard and says so; where that is not allowed, says that. */
export function Copy({ text, label }: { text: string; label: string }) {
  const [outcome, setOutcome] = useState<string | null>(null)
  const copy = async () => {
    const done = await writeToClipboard(text)
    setOutcome(done ? 'Copied' : 'The browser does not allow copying here')
    setTimeout(() => setOutcome(null), 2_000)
  }
  const Icon = outcome === 'Copied' ? Check : ClipboardCopy
  return (
    <Button size="small" tone="quiet" onClick={copy}>
      <Icon aria-hidden className="size-4" />
      <span aria-live="polite">{outcome ?? label}</span>
    </Button>
  )
}

/** Outside https and localhost there is no clipboard at all. */
async function writeToClipboard(text: string): Promise<boolean> {
  if (!navigator.clipboard) return false
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
