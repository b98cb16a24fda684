import type { Context } from '#lib/context'
import type { FetchResult, FileWish, GiveResult, OutgoingFile, TakeFile } from './file-transfer.ts'
import { portOf } from './ports.ts'
import type { ProviderError } from './provider-error.ts'
import type { SendingChannel } from './sending.ts'

/** Fetches a file a customer sent from the channel's provider. */
export async function fetchFile(
  context: Context,
  channel: SendingChannel,
  wish: FileWish,
  take: TakeFile,
): Promise<FetchResult> {
  const fetched = await portOf(channel).fetchFile?.(context, channel, wish, take)
  return fetched ?? { outcome: 'failed', error: noFiles }
}

/** Gives a file to the channel's provider and answers the id to send it by. */
export async function giveFile(context: Context, channel: SendingChannel, file: OutgoingFile): Promise<GiveResult> {
  const given = await portOf(channel).giveFile?.(context, channel, file)
  return given ?? { outcome: 'failed', error: noFiles }
}

const noFiles: ProviderError = {
  code: 'no_files_here',
  class: 'our_request',
  message: 'This channel carries no files.',
}
