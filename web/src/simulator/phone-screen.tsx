import { MessageCircleOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Broken } from '../ui/broken.tsx'
import { Empty } from '../ui/empty.tsx'
import { Chat } from './chat.tsx'
import { ChatList } from './chat-list.tsx'
import { LostLine } from './lost-line.tsx'
import { NewPerson } from './new-person.tsx'
import { People } from './people.tsx'
import type { PhoneView } from './phone-types.ts'
import { ListSkeleton } from './skeletons.tsx'
import { InboxLink } from './top-bar.tsx'
import type { Fresh } from './use-fresh.ts'
import { usePlace } from './use-place.ts'

interface PhoneScreenProps {
  phone: Fresh<PhoneView>
  /** A button for the head of the chat list, where there is no room for a drawer. */
  behindTheScenes?: ReactNode
}

/** Whatever the phone shows right now. */
export function PhoneScreen({ phone, behindTheScenes }: PhoneScreenProps) {
  return (
    <div className="flex h-full flex-col bg-surface">
      <LostLine />
      <div className="min-h-0 flex-1">
        <Screen phone={phone} behindTheScenes={behindTheScenes} />
      </div>
    </div>
  )
}

function Screen({ phone: { data, error, reload }, behindTheScenes }: PhoneScreenProps) {
  const place = usePlace()
  if (!data && error) return <Broken title="The phone stays dark" error={error} onRetry={reload} />
  if (!data) return <ListSkeleton />
  if (place.screen === 'new') return <NewPerson onAdded={reload} />

  const person = data.customers.find(({ id }) => id === place.person) ?? data.customers[0]
  if (place.screen === 'people' || !person) return <People chosen={person?.id ?? null} />

  const business = data.numbers.find(({ phoneNumberId }) => phoneNumberId === place.number)
  if (business) {
    const key = `${person.id}/${business.phoneNumberId}`
    return <Chat key={key} person={person} business={business} samples={data.samples} />
  }
  return (
    <ChatList key={person.id} person={person} aside={behindTheScenes}>
      <Empty icon={MessageCircleOff} title="Nobody to write to yet" action={<InboxLink />}>
        A business appears here once it has connected a WhatsApp number to the simulator.
      </Empty>
    </ChatList>
  )
}
