import { useEffect, useState } from 'react'
import * as audit from '../features/audit/on-fact.ts'
import * as channels from '../features/channels/on-fact.ts'
import * as contacts from '../features/contacts/on-fact.ts'
import * as conversations from '../features/conversations/on-fact.ts'
import * as leads from '../features/leads/on-fact.ts'
import * as templates from '../features/templates/on-fact.ts'
import * as tenancy from '../features/tenancy/on-fact.ts'
import { meQuery, workspaceQuery } from '../features/tenancy/queries.ts'
import { inWorkspace } from '../lib/api.ts'
import { listen } from '../lib/live-stream.ts'
import { queryClient } from '../lib/query-client.ts'

/** A break shorter than this is nobody's concern. */
const patience = 4_000

/** Keeps the workspace's screens live; true once the connection has been lost for a while. */
export function useLive(slug: string): boolean {
  const [isLost, setLost] = useState(false)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const giveWarning = () => {
      setLost(true)
      // The stream can't say why it ended; if nobody is signed in any more, this asks for the sign-in.
      queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
      queryClient.invalidateQueries({ queryKey: workspaceQuery(slug).queryKey })
    }
    const stop = listen(`/api/v1${inWorkspace(slug, '/stream')}`, {
      onFact(fact) {
        audit.onFact(queryClient, slug, fact)
        channels.onFact(queryClient, slug, fact)
        contacts.onFact(queryClient, slug, fact)
        conversations.onFact(queryClient, slug, fact)
        leads.onFact(queryClient, slug, fact)
        templates.onFact(queryClient, slug, fact)
        tenancy.onFact(queryClient, slug, fact)
      },
      onGap: () => conversations.onGap(queryClient, slug),
      onState(state) {
        if (state === 'lost') timer ??= setTimeout(giveWarning, patience)
        if (state === 'live') {
          clearTimeout(timer)
          timer = undefined
          setLost(false)
        }
      },
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [slug])

  return isLost
}
