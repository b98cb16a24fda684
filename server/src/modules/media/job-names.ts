import { z } from 'zod'
import { Id } from '#lib/json'

export const OneFile = z.object({ fileId: Id })
export type OneFile = z.infer<typeof OneFile>

const key = ({ fileId }: OneFile) => fileId

// How the jobs are called in the queue, for those who ask for them; what they do stands in files of their own.
export const fetchJob = { name: 'media.fetch', key }
export const prepareJob = { name: 'media.prepare', key }
export const removeJob = { name: 'media.clean', key }
