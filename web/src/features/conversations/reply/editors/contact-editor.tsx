import type { ContactCard } from '../../../../lib/api-types.ts'
import { EditorFrame } from './editor-frame.tsx'
import type { EditorProps } from './editors.ts'
import { fits, limits, mayStay } from './limits.ts'
import { Line } from './line.tsx'
import { useKept } from './use-kept.ts'

const empty = { name: '', phone: '', email: '', company: '' }

/** Somebody's card, which the customer can save and write to. */
export function ContactEditor({ conversationId, onSend, onClose }: EditorProps) {
  const { begun, change, forget } = useKept(`contact:${conversationId}`, empty)
  const { name, phone, email, company } = begun
  const isReachable = phone.trim() !== '' || email.trim() !== ''
  const isComplete =
    fits(name, limits.line) && isReachable && mayStay(phone, 40) && mayStay(email, 254) && mayStay(company, limits.line)
  const send = () => {
    forget()
    onSend({ contacts: [cardOf(begun)] })
  }
  return (
    <EditorFrame
      title="Contact card"
      content={{ contacts: [cardOf(begun)] }}
      isComplete={isComplete}
      onSend={send}
      onClose={onClose}
    >
      <Line label="Name" value={name} most={limits.line} onChange={(next) => change({ name: next })} />
      <Line label="Phone" type="tel" value={phone} most={40} onChange={(next) => change({ phone: next })} />
      <Line label="Email" type="email" value={email} most={254} onChange={(next) => change({ email: next })} />
      <Line label="Company" value={company} most={limits.line} onChange={(next) => change({ company: next })} />
    </EditorFrame>
  )
}

function cardOf({ name, phone, email, company }: typeof empty): ContactCard {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  const last = rest.join(' ')
  return {
    name: { formatted_name: name.trim() || '…', first_name: first || '…', ...(last ? { last_name: last } : {}) },
    ...(phone.trim() ? { phones: [{ phone: phone.trim(), type: 'WORK' }] } : {}),
    ...(email.trim() ? { emails: [{ email: email.trim(), type: 'WORK' }] } : {}),
    ...(company.trim() ? { org: { company: company.trim() } } : {}),
  }
}
