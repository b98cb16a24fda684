import type { Tx } from '#lib/tx'
import { actions, type ProviderError } from './provider-error.ts'
import { lockChannel } from './queries.ts'
import { setStatus } from './set-status.ts'

/** Takes a channel out of service when the error says that nothing can be sent by it; other errors are not its business. */
export async function noteSendError(tx: Tx, channelId: string, error: ProviderError): Promise<void> {
  const status = statusAfter(error)
  if (!status) return
  const channel = await lockChannel(tx, channelId)
  if (!channel || channel.status === 'disabled') return
  await setStatus(tx, channel, status, { code: error.code, message: error.message })
}

/** The status a channel falls into by an error; undefined for errors that concern one message only. */
export function statusAfter(error: ProviderError): 'reauth_required' | 'paused' | undefined {
  const action = actions[error.class]
  if (action === 'reconnect_channel') return 'reauth_required'
  return action === 'pause_channel' ? 'paused' : undefined
}
