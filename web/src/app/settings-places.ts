import {
  Bot,
  History,
  KeyRound,
  LayoutTemplate,
  type LucideIcon,
  MessageCircle,
  MessageSquareText,
  ShieldCheck,
  Tag,
  UserRoundCog,
  Users,
} from 'lucide-react'
import { useMay } from '../features/tenancy/use-may.ts'

interface SettingsPlace {
  to: `/w/$slug/settings/${'channels' | 'templates' | 'labels' | 'saved-replies' | 'automation' | 'contact-fields' | 'consent' | 'members' | 'audit' | 'tokens'}`
  name: string
  /** What it is for, where there is room to say it. */
  words: string
  icon: LucideIcon
  /** What somebody must be allowed to do for the page to be of use. */
  act?: string
}

interface SettingsGroup {
  name: string
  places: readonly SettingsPlace[]
}

const groups: readonly SettingsGroup[] = [
  {
    name: 'Conversations',
    places: [
      {
        to: '/w/$slug/settings/channels',
        name: 'Channels',
        words: 'The numbers your customers write to',
        icon: MessageCircle,
      },
      {
        ...{ to: '/w/$slug/settings/templates', name: 'Templates', icon: LayoutTemplate },
        words: 'Messages you can send at any time',
      },
      { to: '/w/$slug/settings/labels', name: 'Labels', words: 'What conversations are filed under', icon: Tag },
      {
        ...{ to: '/w/$slug/settings/saved-replies', name: 'Saved replies', icon: MessageSquareText },
        words: 'What you write again and again',
      },
      {
        ...{ to: '/w/$slug/settings/automation', name: 'Automation', icon: Bot },
        words: 'When it goes on after you replied',
      },
    ],
  },
  {
    name: 'Contacts',
    places: [
      {
        ...{ to: '/w/$slug/settings/contact-fields', name: 'Contact fields', icon: UserRoundCog },
        words: 'What you want to know of people',
      },
      {
        ...{ to: '/w/$slug/settings/consent', name: 'Consent', icon: ShieldCheck },
        words: 'Whom you may write to, and when',
      },
    ],
  },
  {
    name: 'Your team',
    places: [
      { to: '/w/$slug/settings/members', name: 'Members', words: 'Who works here, and who may do what', icon: Users },
      {
        ...{ to: '/w/$slug/settings/audit', name: 'Audit log', icon: History, act: 'audit.read' },
        words: 'Who did what, and when',
      },
    ],
  },
  {
    name: 'Programs',
    places: [
      {
        ...{ to: '/w/$slug/settings/tokens', name: 'API tokens', icon: KeyRound, act: 'tokens.read' },
        words: 'Let your website or a script in',
      },
    ],
  },
]

/** The parts of the settings that are of use to whoever is signed in, in groups. */
export function useSettingsGroups(): SettingsGroup[] {
  const may = useMay()
  return groups
    .map(({ name, places }) => ({ name, places: places.filter(({ act }) => !act || may(act)) }))
    .filter(({ places }) => places.length > 0)
}
