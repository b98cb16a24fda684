import type { AnyJob } from '#lib/jobs/job'
import type { Loop } from '#lib/loop'
import { fetchMedia } from './fetch.ts'
import { prepareMedia } from './prepare.ts'
import { cleanMedia } from './remove.ts'
import { sweepingMedia } from './sweep.ts'

export const jobs: readonly AnyJob[] = [fetchMedia, prepareMedia, cleanMedia]
export const loops: readonly Loop[] = [sweepingMedia]
