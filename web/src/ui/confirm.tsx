import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type ReactElement, type ReactNode, useState } from 'react'
import { Button, buttonClass } from './button.tsx'

interface ConfirmProps {
  trigger: ReactElement
  title: string
  children: ReactNode
  /** The verb that does it. */
  act: string
  busy: boolean
  error: Error | null
  onConfirm: () => void
}

/** Asks before something that can't be taken back, and says what will follow. */
export function Confirm({ trigger, title, children, act, busy, error, onConfirm }: ConfirmProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={setOpen}>
      <AlertDialog.Trigger render={trigger} />
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_16_12/0.4)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-md -translate-1/2 rounded-lg border border-line bg-raised p-5 shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <AlertDialog.Title className="text-base font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm text-ink-soft" render={<div />}>
            {children}
          </AlertDialog.Description>
          {error && (
            <p role="alert" className="mt-3 text-sm text-red">
              {error.message}
            </p>
          )}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close className={buttonClass('plain')}>Cancel</AlertDialog.Close>
            <Button tone="danger" busy={busy} onClick={onConfirm}>
              {act}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
