import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { MadeToken } from '../../../lib/api-types.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { CopyField } from '../../../ui/copy-field.tsx'

/** The token's secret, this one time. Only the button closes it: a slip would cost the token. */
export function ShownOnce({ made, onDone }: { made: MadeToken | null; onDone: () => void }) {
  return (
    <AlertDialog.Root
      open={made !== null}
      onOpenChange={(isOpen, { reason }) => !isOpen && reason === 'close-press' && onDone()}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_16_12/0.4)]" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-2xl -translate-1/2 rounded-lg border border-line bg-raised p-5 shadow-float">
          <AlertDialog.Title className="text-base font-semibold">Copy the token now</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 mb-4 text-sm text-ink-soft text-pretty">
            This is the only time “{made?.name}” is shown. Keep it like a password: whoever has it can do what you
            allowed.
          </AlertDialog.Description>
          <CopyField label="API token" value={made?.token ?? ''} />
          <div className="mt-5 flex justify-end">
            <AlertDialog.Close className={buttonClass('primary')}>I have copied it</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
