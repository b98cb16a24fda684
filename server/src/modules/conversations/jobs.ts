import type { AnyJob } from '#lib/jobs/job'
import type { Loop } from '#lib/loop'
import { resuming } from './automation/resume-due.ts'
import { deliverConversation } from './delivery/deliver.ts'
import { sweeping } from './delivery/sweep.ts'
import { spreadLabel } from './labels/spread.ts'
import { showRead } from './mark-read.ts'
import { signTyping } from './show-typing.ts'
import { takingIn } from './take-in.ts'
import { waking } from './wake.ts'

export const jobs: readonly AnyJob[] = [deliverConversation, showRead, signTyping, spreadLabel]
export const loops: readonly Loop[] = [takingIn, sweeping, waking, resuming]
