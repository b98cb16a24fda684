import type { Reaction } from '#lib/facts/react'
import { hearReport } from './submission/hear.ts'

export const reactions: readonly Reaction[] = [
  {
    name: 'templates.hear-reports',
    hears: {
      'channels.template_reported': (tx, { details }) => hearReport(tx, details),
    },
  },
]
