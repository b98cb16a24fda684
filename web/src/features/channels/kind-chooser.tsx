import { MessageCircle, MessageSquareText } from 'lucide-react'
import { cx } from '../../ui/cx.ts'

export type ConnectableKind = 'whatsapp_cloud' | 'sms'

const kinds = [
  {
    kind: 'whatsapp_cloud',
    icon: MessageCircle,
    name: 'WhatsApp number',
    about: 'Pictures, buttons and receipts. Free answers for a day after each message.',
  },
  {
    kind: 'sms',
    icon: MessageSquareText,
    name: 'SMS number',
    about: 'Texts by Twilio to any phone, at any time; each segment is paid for.',
  },
] as const

interface KindChooserProps {
  kind: ConnectableKind
  onChoose: (kind: ConnectableKind) => void
}

/** What sort of number is connected: two cards, one of them chosen. */
export function KindChooser({ kind, onChoose }: KindChooserProps) {
  return (
    <fieldset className="mb-8">
      <legend className="sr-only">What do you connect?</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {kinds.map(({ kind: one, icon: Icon, name, about }) => (
          <label
            key={one}
            className={cx(
              'flex cursor-pointer gap-3 rounded-md border p-4 has-focus-visible:outline-2 has-focus-visible:outline-accent',
              one === kind ? 'border-accent bg-accent-wash' : 'border-line hover:bg-sunken',
            )}
          >
            <input
              type="radio"
              name="kind"
              value={one}
              checked={one === kind}
              onChange={() => onChoose(one)}
              className="sr-only"
            />
            <Icon
              aria-hidden
              className={cx('mt-0.5 size-5 shrink-0', one === kind ? 'text-accent-ink' : 'text-ink-soft')}
            />
            <span className="min-w-0">
              <span className="block font-semibold">{name}</span>
              <span className="mt-0.5 block text-ink-soft">{about}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
