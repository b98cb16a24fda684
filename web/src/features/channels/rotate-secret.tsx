import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import type { Channel } from '../../lib/api-types.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SecretField, VerifyTokenField } from './token-fields.tsx'
import { useChangeChannel } from './use-channel-acts.ts'

interface RotateSecretProps {
  slug: string
  channel: Channel
  secret: 'appSecret' | 'verifyToken'
  size?: 'normal' | 'small'
}

const words = {
  appSecret: {
    trigger: 'Replace app secret…',
    title: 'Replace the app secret',
    intro:
      'At Meta, under App settings → Basic, reset the app secret and paste the new one here. Events signed with the old one are accepted a while longer, so none is lost in between.',
  },
  verifyToken: {
    trigger: 'Replace verify token…',
    title: 'Replace the verify token',
    intro:
      'Enter the new one here first, then at Meta under WhatsApp → Configuration. The old one is accepted a while longer.',
  },
}

const times = [
  { value: '1', label: '1 hour' },
  { value: '24', label: '24 hours' },
  { value: '72', label: '3 days' },
  { value: '168', label: '7 days' },
  { value: '0', label: 'Not at all: it leaked' },
]

/** Replaces a secret without losing an event: the old one is accepted as long as one says. */
export function RotateSecret({ slug, channel, secret, size = 'normal' }: RotateSecretProps) {
  const [isOpen, setOpen] = useState(false)
  const { trigger, title, intro } = words[secret]
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className={buttonClass('plain', size)}>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_16_12/0.4)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md -translate-1/2 overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <Dialog.Title className="text-base font-semibold">{title}</Dialog.Title>
          <Dialog.Description className="mt-2 mb-4 text-sm text-ink-soft">{intro}</Dialog.Description>
          <RotateForm slug={slug} channel={channel} secret={secret} onDone={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function RotateForm({ slug, channel, secret, onDone }: Omit<RotateSecretProps, 'size'> & { onDone: () => void }) {
  const change = useChangeChannel(slug, channel.id)
  const submit = (values: Record<string, string>) => {
    const keepFormerSecretsFor = Number(values.keepFormerSecretsFor)
    const credentials = { [secret]: values[`credentials.${secret}`]?.trim() ?? '' }
    change.mutate({ credentials, keepFormerSecretsFor }, { onSuccess: onDone })
  }
  return (
    <Form label={words[secret].title} error={change.error} onSubmit={submit}>
      {secret === 'appSecret' ? (
        <SecretField label="New app secret" name="credentials.appSecret" hint="Stored sealed, never shown again." />
      ) : (
        <VerifyTokenField startsEmpty />
      )}
      <Select
        label="Accept the old one for another"
        name="keepFormerSecretsFor"
        options={times}
        defaultValue="24"
        hint="Long enough for the change at Meta, and for what Meta sends again."
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Dialog.Close className={buttonClass('plain')}>Cancel</Dialog.Close>
        <Button type="submit" tone="primary" busy={change.isPending}>
          Replace
        </Button>
      </div>
    </Form>
  )
}
