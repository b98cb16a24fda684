import { useQuery } from '@tanstack/react-query'
import { MessageSquareText, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { SavedReply } from '../../../lib/api-types.ts'
import { Broken } from '../../../ui/broken.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { RowsSkeleton } from '../../../ui/rows-skeleton.tsx'
import { SettingsPage } from '../../../ui/settings-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { savedRepliesQuery, useSavedReplyActs } from './queries.ts'
import { ReplyEditor } from './reply-editor.tsx'

interface SavedRepliesPageProps {
  slug: string
  nav: ReactNode
  /** Everybody keeps their own; owners and managers look after those all share. */
  mayManage: boolean
}

/** What staff write again and again, under the words that bring it up. */
export function SavedRepliesPage({ slug, nav, mayManage }: SavedRepliesPageProps) {
  usePageTitle('Saved replies')
  const query = useQuery(savedRepliesQuery(slug))
  const [isAdding, setAdding] = useState(false)
  const replies = query.data ?? []
  const { save } = useSavedReplyActs(slug)
  return (
    <SettingsPage
      title="Saved replies"
      nav={nav}
      intro="Type / and a shortcut while you answer a customer, and the text stands there."
    >
      {query.isPending && <RowsSkeleton label="Loading saved replies" />}
      {query.error && !query.data && (
        <Broken title="The saved replies could not be loaded" error={query.error} onRetry={() => query.refetch()} />
      )}
      {isAdding ? (
        <ReplyEditor
          label="New saved reply"
          mayShare={mayManage}
          error={save.error}
          isBusy={save.isPending}
          onSave={(reply) => save.mutate(reply, { onSuccess: () => setAdding(false) })}
          onClose={() => setAdding(false)}
        />
      ) : (
        query.data && (
          <Button tone="primary" onClick={() => setAdding(true)}>
            New saved reply
          </Button>
        )
      )}
      {query.data && replies.length === 0 && !isAdding && (
        <Empty icon={MessageSquareText} title="No saved replies yet">
          Opening hours, directions, how to pay: whatever is asked again and again.
        </Empty>
      )}
      <ul className="mt-4 divide-y divide-line">
        {replies.map((reply) => (
          <ReplyRow key={reply.id} slug={slug} reply={reply} mayManage={mayManage} />
        ))}
      </ul>
      {!mayManage && (
        <p className="mt-4 text-sm text-ink-soft">An owner or a manager looks after those everybody shares.</p>
      )}
    </SettingsPage>
  )
}

function ReplyRow({ slug, reply, mayManage }: { slug: string; reply: SavedReply; mayManage: boolean }) {
  const { change, discard } = useSavedReplyActs(slug)
  const [isEditing, setEditing] = useState(false)
  if (isEditing) {
    return (
      <li className="py-3">
        <ReplyEditor
          label={`Change /${reply.shortcut}`}
          reply={reply}
          mayShare={mayManage}
          error={change.error}
          isBusy={change.isPending}
          onSave={({ shared, ...wish }) =>
            change.mutate(
              { id: reply.id, ...wish, ...(shared && !reply.shared ? { shared } : {}) },
              { onSuccess: () => setEditing(false) },
            )
          }
          onClose={() => setEditing(false)}
        />
      </li>
    )
  }
  return (
    <li className="flex items-start gap-2 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium break-all">/{reply.shortcut}</span>
          <span className="text-xs text-ink-soft">{reply.shared ? 'for everybody' : 'only mine'}</span>
        </p>
        <p dir="auto" className="line-clamp-3 text-sm whitespace-pre-line break-words text-ink-soft">
          {reply.text}
        </p>
      </div>
      {(mayManage || !reply.shared) && (
        <>
          <IconButton label={`Change /${reply.shortcut}`} onClick={() => setEditing(true)}>
            <Pencil aria-hidden className="size-4" />
          </IconButton>
          <Confirm
            trigger={
              <IconButton label={`Delete /${reply.shortcut}`}>
                <Trash2 aria-hidden className="size-4" />
              </IconButton>
            }
            title={`Delete “/${reply.shortcut}”?`}
            act="Delete the saved reply"
            busy={discard.isPending}
            error={discard.error}
            onConfirm={() => discard.mutate(reply.id)}
          >
            {reply.shared ? 'Nobody here can use it any more.' : 'You can’t use it any more.'} What was sent stays.
          </Confirm>
        </>
      )}
    </li>
  )
}
