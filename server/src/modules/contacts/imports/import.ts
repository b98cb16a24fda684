import { z } from 'zod'
import { Id, Time } from '#lib/json'
import { faultCodes } from './faults.ts'
import { Plan } from './plan.ts'

export const importStates = ['uploaded', 'checking', 'checked', 'importing', 'done', 'failed', 'cancelled'] as const
export type ImportState = (typeof importStates)[number]

export const mostBytes = 10 * 1024 * 1024
/** How long a file is kept for whoever wants its refused lines back: seven days. */
export const keptFor = 7 * 24 * 3_600_000

const count = z.int()

export const Import = z.object({
  id: Id,
  fileName: z.string(),
  bytes: count,
  encoding: z.string(),
  delimiter: z.string(),
  plan: Plan.describe('What the columns are taken for. A guess, until somebody checks the file.'),
  state: z
    .enum(importStates)
    .describe(
      '`checking` counts what would happen and changes nothing; `importing` does it. Both go on by themselves.',
    ),
  failure: z.string().nullable(),
  lines: count.describe('Lines that say something, the head not counted.'),
  position: count.describe('How many of them are dealt with so far.'),
  made: count.describe('People who are, or would be, new.'),
  updated: count,
  unchanged: count,
  refused: count.describe('Lines that are not taken, duplicates included.'),
  duplicates: count.describe('Those of them that repeat an earlier line.'),
  hasFile: z.boolean().describe('Whether the file is still kept.'),
  createdBy: z.object({ id: Id, name: z.string() }).nullable(),
  createdAt: Time,
  finishedAt: Time.nullable(),
})
export type Import = z.input<typeof Import>

export const RefusedLine = z.object({
  line: count.describe('As an editor counts, from 1.'),
  column: z.string().nullable(),
  excerpt: z.string().nullable().describe('The beginning of what the cell holds.'),
  code: z.enum(faultCodes),
  message: z.string().describe('Why, and what helps.'),
})
export type RefusedLine = z.input<typeof RefusedLine>
