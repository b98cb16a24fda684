import { useState } from 'react'
import type { Conversation, MediaFile, NewReply } from '../../../lib/api-types.ts'
import { useNow } from '../../../lib/use-now.ts'
import { SendTemplate } from '../../templates/send-template.tsx'
import { knownNames } from '../saved-replies/known-names.ts'
import { useQuote, useQuoted } from './answering.tsx'
import { AttachMenu } from './attach-menu.tsx'
import { useDraft } from './drafts.ts'
import { type EditorKind, editors } from './editors/editors.ts'
import { ReplyForm } from './reply-form.tsx'
import { useKnownValues } from './use-known-values.ts'
import { useSendReply } from './use-reply.ts'
import type { ChosenWay } from './use-way-out.ts'
import { WindowClosed } from './window-closed.tsx'
import { windowState } from './window-state.ts'

interface AnswerProps {
  slug: string
  conversation: Conversation
  way: ChosenWay
}

/** What one sends the customer: a text, or something chosen from the menu, while they can be written to. */
export function Answer({ slug, conversation, way }: AnswerProps) {
  const [text, setText] = useDraft(conversation.id)
  const [editing, setEditing] = useState<EditorKind | null>(null)
  const sendReply = useSendReply(slug, conversation.id)
  const quoted = useQuoted()
  const quote = useQuote()
  const state = windowState({ ...conversation, window: way.window }, way.channel, useNow())
  const known = useKnownValues(slug, conversation)
  if (state.kind === 'closed') {
    const byNumber = way.isNamed && way.channelId ? { channelId: way.channelId } : {}
    const instead = state.fix === null && (
      <SendTemplate slug={slug} known={known} onSend={(wish) => sendReply({ ...wish, ...byNumber }, null)} />
    )
    return <WindowClosed slug={slug} why={state.why} fix={state.fix} draft={text} instead={instead} />
  }

  const send = (content: NewReply, media: MediaFile | null = null) => {
    const replyTo = quoted ? { replyTo: quoted.id } : {}
    const byNumber = way.isNamed && way.channelId ? { channelId: way.channelId } : {}
    sendReply({ ...content, ...replyTo, ...byNumber }, quoted, media)
    quote(null)
    setEditing(null)
  }
  const Editor = editing && editors[editing].component
  return Editor ? (
    <Editor conversationId={conversation.id} onSend={send} onClose={() => setEditing(null)} />
  ) : (
    <ReplyForm
      slug={slug}
      conversationId={conversation.id}
      text={text}
      onText={setText}
      state={state}
      known={knownNames(slug, conversation)}
      onSend={send}
      menu={<AttachMenu onChoose={setEditing} />}
    />
  )
}
