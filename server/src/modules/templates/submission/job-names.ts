import { z } from 'zod'
import { Id } from '#lib/json'

export const OneSubmission = z.object({ templateId: Id, wabaId: z.string() })
export type OneSubmission = z.infer<typeof OneSubmission>

export const OneAccount = z.object({ wabaId: z.string(), channelId: Id })
export type OneAccount = z.infer<typeof OneAccount>

// How the jobs are called in the queue, for those who ask for them; what they do stands in files of their own.
export const submitJob = {
  name: 'templates.submit',
  key: ({ templateId, wabaId }: OneSubmission) => `${templateId} ${wabaId}`,
}
export const syncJob = { name: 'templates.sync', key: ({ wabaId }: OneAccount) => wabaId }
