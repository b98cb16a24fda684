import type { AnyJob } from '#lib/jobs/job'
import type { Loop } from '#lib/loop'
import { importContacts } from './imports/run.ts'
import { sweepingImports } from './imports/sweep.ts'

export const jobs: readonly AnyJob[] = [importContacts]
export const loops: readonly Loop[] = [sweepingImports]
