import type { Message } from '../../../lib/api-types.ts'
import { readPath } from '../read-path.ts'
import { useSendAgain } from '../reply/use-send-again.ts'

/** What keeps a message of ours from arriving, and the way out where there is one. */
export function Trouble({ slug, message }: { slug: string; message: Message }) {
  switch (message.status) {
    case 'failed':
      return <Failed slug={slug} message={message} />
    case 'unknown':
      return <Waiting words="Not sure it arrived. WhatsApp has not answered yet." />
    case 'queued':
    case 'cancelled':
      return message.error && <Waiting words={message.error.message} />
    default:
      return null
  }
}

function Waiting({ words }: { words: string }) {
  return <p className="mt-1 max-w-80 text-xs text-amber">{words}</p>
}

/** That a reaction of ours did not get there, at the message it was for. */
export function ReactionTrouble({ slug, reaction }: { slug: string; reaction: Message }) {
  if (reaction.status !== 'failed') return null
  const emoji = readPath(reaction.details, 'emoji')
  return (
    <Failed
      slug={slug}
      message={reaction}
      lead={emoji ? `Your reaction ${emoji} did not get there.` : 'Your reaction still stands.'}
    />
  )
}

function Failed({ slug, message, lead }: { slug: string; message: Message; lead?: string }) {
  const again = useSendAgain(slug, message)
  const why = again.error ?? message.error
  return (
    <p className="mt-1 flex max-w-80 flex-wrap items-baseline gap-x-2 text-xs text-red">
      {lead && `${lead} `}
      {why?.message ?? 'It could not be delivered.'}
      <button
        type="button"
        disabled={again.isPending}
        onClick={() => again.mutate()}
        className="rounded-sm font-semibold underline hover:no-underline disabled:opacity-60"
      >
        Send again
      </button>
    </p>
  )
}
