import { Plus, Trash2 } from 'lucide-react'
import type { TemplateVariable, TemplateVersion } from '../../lib/api-types.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { WordsBox } from './words-box.tsx'

type Words = NonNullable<TemplateVersion['whatsapp']>
type TemplateButton = Words['buttons'][number]

interface WhatsappFieldsProps {
  words: Words
  onChange: (words: Words) => void
  variables: readonly TemplateVariable[]
  problemAt: (path: string) => string | undefined
  disabled: boolean
}

const fresh: readonly { label: string; button: TemplateButton }[] = [
  { label: 'An answer to tap', button: { kind: 'quick_reply', text: '' } },
  { label: 'A page to open', button: { kind: 'url', text: '', url: 'https://' } },
  { label: 'A number to call', button: { kind: 'phone', text: '', phone: '+' } },
]

/** The parts of a WhatsApp message: heading, text, small print, buttons. */
export function WhatsappFields({ words, onChange, variables, problemAt, disabled }: WhatsappFieldsProps) {
  const { header, body, footer } = words
  const set = (change: Partial<Words>) => onChange({ ...words, ...change })
  return (
    <div className="flex flex-col gap-3">
      <WordsBox
        label="Heading (may stay empty)"
        value={header ?? ''}
        onChange={(text) => set({ header: text === '' ? null : text })}
        problem={problemAt('whatsapp.header')}
        most={60}
        variables={variables}
        disabled={disabled}
      />
      <WordsBox
        label="Text"
        value={body}
        onChange={(text) => set({ body: text })}
        problem={problemAt('whatsapp.body')}
        most={1024}
        rows={8}
        variables={variables}
        disabled={disabled}
      />
      <WordsBox
        label="Small print (may stay empty)"
        value={footer ?? ''}
        onChange={(text) => set({ footer: text === '' ? null : text })}
        problem={problemAt('whatsapp.footer')}
        most={60}
        disabled={disabled}
      />
      <ButtonsFields {...{ words, onChange, variables, problemAt, disabled }} />
    </div>
  )
}

function ButtonsFields({ words, onChange, variables, problemAt, disabled }: WhatsappFieldsProps) {
  const { buttons } = words
  const set = (change: Partial<Words>) => onChange({ ...words, ...change })
  return (
    <>
      {problemAt('whatsapp.buttons') && (
        <p role="status" className="text-xs text-red">
          {problemAt('whatsapp.buttons')}
        </p>
      )}
      {buttons.map((button, at) => (
        <ButtonFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a button is its place
          key={at}
          at={at}
          button={button}
          onChange={(next) => set({ buttons: buttons.with(at, next) })}
          onRemove={() => set({ buttons: buttons.filter((_, other) => other !== at) })}
          {...{ variables, problemAt, disabled }}
        />
      ))}
      {!disabled && buttons.length < 10 && (
        <div>
          <Menu
            trigger={
              <Button size="small">
                <Plus aria-hidden className="size-4" /> Add a button
              </Button>
            }
          >
            {fresh.map(({ label, button }) => (
              <MenuItem key={label} onSelect={() => set({ buttons: [...buttons, button] })}>
                {label}
              </MenuItem>
            ))}
          </Menu>
        </div>
      )}
    </>
  )
}

interface ButtonFieldsProps extends Omit<WhatsappFieldsProps, 'words' | 'onChange'> {
  at: number
  button: TemplateButton
  onChange: (button: TemplateButton) => void
  onRemove: () => void
}

function ButtonFields({ at, button, onChange, onRemove, variables, problemAt, disabled }: ButtonFieldsProps) {
  return (
    <fieldset className="rounded-md border border-line p-3">
      <legend className="sr-only">Button {at + 1}</legend>
      <WordsBox
        label={`Button ${at + 1}`}
        value={button.text}
        onChange={(text) => onChange({ ...button, text })}
        problem={problemAt(`whatsapp.buttons.${at}.text`)}
        most={25}
        disabled={disabled}
      />
      {button.kind === 'url' && (
        <WordsBox
          label="Address"
          value={button.url}
          onChange={(url) => onChange({ ...button, url })}
          problem={problemAt(`whatsapp.buttons.${at}.url`)}
          variables={variables}
          disabled={disabled}
        />
      )}
      {button.kind === 'phone' && (
        <WordsBox
          label="Number"
          value={button.phone}
          onChange={(phone) => onChange({ ...button, phone })}
          problem={problemAt(`whatsapp.buttons.${at}.phone`)}
          disabled={disabled}
        />
      )}
      {!disabled && (
        <IconButton label={`Remove button ${at + 1}`} onClick={onRemove}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      )}
    </fieldset>
  )
}
