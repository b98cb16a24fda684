import { useCallback, useEffect, useState } from 'react'
import { Broken } from '../ui/broken.tsx'
import { ChatHead } from './chat-head.tsx'
import { type About, Composer } from './composer.tsx'
import { Messages } from './messages.tsx'
import { loadChat, readChat, sendMessage } from './phone-api.ts'
import type { Business, ChatDetail, Outgoing, Person, PhoneView } from './phone-types.ts'
import { ChatSkeleton } from './skeletons.tsx'
import { useFresh } from './use-fresh.ts'
import { useOutgoing } from './use-outgoing.ts'
import { useTypingEnds } from './use-typing-ends.ts'
import { useVisible } from './use-visible.ts'

interface ChatProps {
  person: Person
  business: Business
  samples: PhoneView['samples']
}

/** One chat, open: what came is read at once, as on a phone held in the hand. */
export function Chat({ person, business, samples }: ChatProps) {
  const [about, setAbout] = useState<About | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { pending, send, resend, settled } = useOutgoing(person.id, business.phoneNumberId)
  const chat = useFresh(
    useCallback(async () => {
      const next = await loadChat(person.id, business.phoneNumberId)
      await settled()
      return next
    }, [person.id, business.phoneNumberId, settled]),
    'chat',
  )
  useReading(person, business, chat.data)
  useTypingEnds(chat.data?.typing ?? false, chat.reload)

  const act = useCallback(
    async (wish: Outgoing) => {
      setTrouble(null)
      await sendMessage(person.id, business.phoneNumberId, wish).catch((cause: Error) => setTrouble(cause.message))
    },
    [person.id, business.phoneNumberId],
  )
  const write = (text: string) => {
    setAbout(null)
    if (about?.isEdit) return act({ edit: { messageId: about.message.id, text } })
    return send(text, about?.message.id ?? null)
  }
  const sendSample = (sample: string) => {
    setAbout(null)
    return act({ sample, ...(about && !about.isEdit ? { replyTo: about.message.id } : {}) })
  }

  return (
    <section aria-label={`Chat with ${business.name}`} className="flex h-full flex-col">
      <ChatHead person={person} business={business} typing={chat.data?.typing ?? false} />
      <div className="paper flex min-h-0 flex-1 flex-col">
        {chat.data && (
          <Messages
            chat={chat.data}
            pending={pending}
            onAct={act}
            onAnswer={(message) => setAbout({ message, isEdit: false })}
            onEdit={(message) => setAbout({ message, isEdit: true })}
            onResend={resend}
          />
        )}
        {!chat.data && !chat.error && <ChatSkeleton />}
        {!chat.data && chat.error && <Broken title="The chat did not come" error={chat.error} onRetry={chat.reload} />}
      </div>
      <p role="alert" className="bg-red-wash px-4 py-1.5 text-xs text-red empty:hidden">
        {trouble}
      </p>
      <Composer
        key={about?.isEdit ? about.message.id : 'new'}
        businessName={business.name}
        draftKey={`phone:${about?.isEdit ? about.message.id : `${person.id}/${business.phoneNumberId}`}`}
        samples={samples}
        about={about}
        onCancel={() => setAbout(null)}
        onSend={write}
        onSample={sendSample}
      />
    </section>
  )
}

function useReading(person: Person, business: Business, chat: ChatDetail | null): void {
  const isVisible = useVisible()
  const unread = chat?.messages.filter(({ side, status }) => side === 'business' && status === 'delivered').length ?? 0
  useEffect(() => {
    // Without a connection the chat stays unread; the next change asks again.
    if (isVisible && unread > 0) readChat(person.id, business.phoneNumberId).catch(() => undefined)
  }, [isVisible, unread, person.id, business.phoneNumberId])
}
