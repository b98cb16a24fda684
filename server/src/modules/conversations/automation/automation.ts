import { z } from 'zod'
import { Id, Time } from '#lib/json'
import type { MessageError } from '../message.ts'

/** What says something by itself. */
export type AutomaticSender = 'assistant' | 'automation' | 'system'

const reasons = ['reply', 'hand', 'handoff'] as const
export type PauseReason = (typeof reasons)[number]

export const AutomationState = z.object({
  paused: z.boolean(),
  since: Time.nullable(),
  why: z
    .enum(reasons)
    .nullable()
    .describe('`reply`: staff answered. `hand`: somebody paused it. `handoff`: a person was asked for.'),
  by: z.object({ id: Id, name: z.string() }).nullable().describe('Who answered last, or paused it.'),
  resumesAt: Time.nullable().describe('When it goes on by itself, unless staff answer again; null: by hand only.'),
})

/** Hours without a reply of staff after which automation goes on, unless the workspace says otherwise. */
export const usualHours = 24

/** True when a person has stepped in since automation wrote the message: it would talk over them. */
export function isPast(
  message: { readonly epoch: number | null },
  conversation: { readonly epoch: number; readonly automationPausedAt: Date | null },
): boolean {
  if (message.epoch === null) return false
  return message.epoch !== conversation.epoch || conversation.automationPausedAt !== null
}

export const steppedIn: MessageError = {
  code: 'person_stepped_in',
  class: 'superseded',
  message: 'Not sent: a person stepped in after this was written.',
}
