import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../../../../ui/button.tsx'
import { accepted } from './check-file.ts'
import { usePicked } from './picked-files.tsx'

/** The paper clip: chooses files from this device. */
export function PickButton() {
  const { add } = usePicked()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton label="Attach files" className="size-10" onClick={() => picker.current?.click()}>
        <Paperclip aria-hidden className="size-5" />
      </IconButton>
      <input
        ref={picker}
        type="file"
        multiple
        accept={accepted}
        tabIndex={-1}
        aria-label="Files to send"
        className="sr-only"
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])])
          // The same file can be chosen again.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
