import type { AnyJob } from '#lib/jobs/job'
import { handOver } from './submission/hand-over.ts'
import { sync } from './submission/sync.ts'

export const jobs: readonly AnyJob[] = [handOver, sync]
