import { useRef, useState } from 'react'
import type { SavedReply } from '../../../lib/api-types.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { Field, inputClass } from '../../../ui/field.tsx'
import { Form, useFieldError } from '../../../ui/form.tsx'

const variables = [
  ['{{contact.name}}', 'Customer’s name'],
  ['{{member.name}}', 'Your name'],
  ['{{workspace.name}}', 'Business’s name'],
] as const

interface ReplyEditorProps {
  label: string
  reply?: SavedReply
  mayShare: boolean
  error: Error | null
  isBusy: boolean
  onSave: (reply: { shortcut: string; text: string; shared: boolean }) => void
  onClose: () => void
}

/** Where a saved reply is written: its shortcut, its text with what is filled in later, and whose it is. */
export function ReplyEditor({ label, reply, mayShare, error, isBusy, onSave, onClose }: ReplyEditorProps) {
  const [text, setText] = useState(reply?.text ?? '')
  return (
    <Form
      label={label}
      error={error}
      onSubmit={({ shortcut = '', shared }) =>
        onSave({ shortcut, text, shared: shared === 'on' || reply?.shared === true })
      }
      className="flex flex-col gap-3 rounded-lg border border-line p-4"
    >
      <Field
        label="Shortcut"
        name="shortcut"
        hint="One word, typed after a slash."
        defaultValue={reply?.shortcut}
        maxLength={33}
        autoComplete="off"
        autoCapitalize="none"
        autoFocus
      />
      <TextWithVariables text={text} onText={setText} />
      {mayShare && !reply?.shared && (
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" name="shared" className="size-4 accent-[var(--accent)]" />
          Share it with everybody here
        </label>
      )}
      <div className="flex gap-2">
        <Button type="submit" tone="primary" size="small" busy={isBusy}>
          Save
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Form>
  )
}

function TextWithVariables({ text, onText }: { text: string; onText: (text: string) => void }) {
  const box = useRef<HTMLTextAreaElement>(null)
  const error = useFieldError('text')
  const insert = (variable: string) => {
    const { selectionStart: from = text.length, selectionEnd: to = text.length } = box.current ?? {}
    onText(text.slice(0, from) + variable + text.slice(to))
    box.current?.focus()
  }
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor="saved-reply-text" className="text-sm font-medium">
        Text
      </label>
      <textarea
        ref={box}
        id="saved-reply-text"
        rows={4}
        dir="auto"
        value={text}
        maxLength={4_096}
        aria-invalid={error !== undefined}
        aria-describedby={error ? 'saved-reply-error' : undefined}
        onChange={(event) => onText(event.target.value)}
        className={cx(inputClass, 'h-auto py-2')}
      />
      {error && (
        <p id="saved-reply-error" className="text-xs text-red">
          {error}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-soft">
        Put in:
        {variables.map(([variable, words]) => (
          <Button key={variable} size="small" onClick={() => insert(variable)}>
            {words}
          </Button>
        ))}
      </p>
    </div>
  )
}
