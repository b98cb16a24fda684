import type { AnyJob } from '#lib/jobs/job'
import type { Loop } from '#lib/loop'
import { checkChannel } from './check.ts'
import { examining } from './health/examining.ts'
import { subscribeChannel } from './subscribe.ts'

export const jobs: readonly AnyJob[] = [checkChannel, subscribeChannel]
export const loops: readonly Loop[] = [examining]
