import type { AnyJob } from '#lib/jobs/job'
import type { Loop } from '#lib/loop'
import { deliverConversation } from './delivery/deliver.ts'
import { sweeping } from './delivery/sweep.ts'
import { showRead } from './mark-read.ts'
import { signTyping } from './show-typing.ts'
import { takingIn } from './take-in.ts'

export const jobs: readonly AnyJob[] = [deliverConversation, showRead, signTyping]
export const loops: readonly Loop[] = [takingIn, sweeping]
