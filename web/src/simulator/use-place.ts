import { useSyncExternalStore } from 'react'
import { recall, remember } from '../lib/storage.ts'

/** Where on the phone one is: whose phone, and which chat is open. Kept in the address, so that going back works. */
export interface Place {
  person: string | null
  screen: 'chats' | 'people' | 'new'
  number: string | null
}

export const chatsPlace = (person: string) => `#/${person}`
export const chatPlace = (person: string, number: string) => `${chatsPlace(person)}/${number}`
export const peoplePlace = '#/people'
export const newPersonPlace = '#/people/new'

export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const [first, second] = hash.replace(/^#\//, '').split('/')
  if (first === 'people') return { person: recall('phone'), screen: second === 'new' ? 'new' : 'people', number: null }
  if (first) remember('phone', first)
  return { person: first || recall('phone'), screen: 'chats', number: second ?? null }
}

export function go(place: string): void {
  location.hash = place
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
