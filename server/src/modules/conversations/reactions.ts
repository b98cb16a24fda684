import type { Reaction } from '#lib/facts/react'
import { releaseHeld } from './delivery/release-held.ts'
import { giveBack } from './give-back.ts'
import { showProviderWord } from './heed-consent.ts'
import { separate } from './separate.ts'
import { showMedia } from './show-media.ts'

export const reactions: readonly Reaction[] = [
  {
    name: 'conversations.release-held',
    hears: {
      async 'channels.status_changed'(tx, { subjectId, details }) {
        if (details.to === 'connected') await releaseHeld(tx, subjectId)
      },
    },
  },
  {
    name: 'conversations.show-media',
    hears: {
      'media.stored': (tx, { subjectId }) => showMedia(tx, subjectId),
      'media.refused': (tx, { subjectId }) => showMedia(tx, subjectId),
      'media.expired': (tx, { subjectId }) => showMedia(tx, subjectId),
      'media.asked_again': (tx, { subjectId }) => showMedia(tx, subjectId),
      'media.thumbnail_made': (tx, { subjectId }) => showMedia(tx, subjectId),
    },
  },
  {
    name: 'conversations.give-back',
    hears: {
      'tenancy.member_removed': (tx, { subjectId }) => giveBack(tx, subjectId),
    },
  },
  {
    name: 'conversations.separate',
    hears: {
      'contacts.unmerged': (tx, { details }) => separate(tx, details.from),
    },
  },
  {
    name: 'conversations.show-provider-word',
    hears: {
      async 'contacts.consent_changed'(tx, { subjectId, details }) {
        if (details.source === 'provider') await showProviderWord(tx, subjectId, details)
      },
    },
  },
]
