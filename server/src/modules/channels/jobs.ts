import type { AnyJob } from '#lib/jobs/job'
import { checkChannel } from './check.ts'

export const jobs: readonly AnyJob[] = [checkChannel]
