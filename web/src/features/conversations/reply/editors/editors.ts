import { ContactRound, Link2, ListChecks, type LucideIcon, MapPin, MapPinned, SquareMousePointer } from 'lucide-react'
import type { FunctionComponent } from 'react'
import type { NewReply } from '../../../../lib/api-types.ts'
import { ButtonsEditor } from './buttons-editor.tsx'
import { ContactEditor } from './contact-editor.tsx'
import { LinkEditor } from './link-editor.tsx'
import { ListEditor } from './list-editor.tsx'
import { LocationEditor } from './location-editor.tsx'
import { PlaceRequestEditor } from './place-request-editor.tsx'

export interface EditorProps {
  conversationId: string
  onSend: (content: NewReply) => void
  onClose: () => void
}

interface Editor {
  title: string
  icon: LucideIcon
  component: FunctionComponent<EditorProps>
}

export type EditorKind = 'buttons' | 'list' | 'link' | 'location' | 'placeRequest' | 'contact'

/** What one can send besides a text, in the order of the menu. */
export const editors: Readonly<Record<EditorKind, Editor>> = {
  buttons: { title: 'Buttons', icon: SquareMousePointer, component: ButtonsEditor },
  list: { title: 'List', icon: ListChecks, component: ListEditor },
  link: { title: 'Link button', icon: Link2, component: LinkEditor },
  location: { title: 'Location', icon: MapPin, component: LocationEditor },
  placeRequest: { title: 'Ask for a location', icon: MapPinned, component: PlaceRequestEditor },
  contact: { title: 'Contact card', icon: ContactRound, component: ContactEditor },
}
