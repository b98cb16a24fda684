import { type AnyDoor, door } from '#lib/door'
import { changeSettings, getSettings, InboxSettings } from './settings.ts'

const tag = 'Conversations'

export const settingDoors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/inbox-settings',
    tag,
    summary: 'What the workspace decided about its inbox',
    status: 200,
    answer: InboxSettings,
    handle: (tx) => getSettings(tx),
  }),
  door({
    method: 'PATCH',
    path: '/inbox-settings',
    tag,
    summary: 'Decide when automation goes on by itself; what is paused already keeps its time',
    body: InboxSettings,
    status: 200,
    answer: InboxSettings,
    async handle(tx, { body }) {
      await changeSettings(tx, body)
      return getSettings(tx)
    },
  }),
]
