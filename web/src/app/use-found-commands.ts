import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { MessageSquare, Search } from 'lucide-react'
import { contactName } from '../features/conversations/contact-name.ts'
import { foundQuery } from '../features/conversations/queries.ts'
import type { Command } from '../features/palette/command.ts'
import { useDebounced } from '../lib/use-debounced.ts'

const longestAsked = 200
const mostMessages = 5

/** Whom and what the server finds for the words typed so far. */
export function useFoundCommands(slug: string, typed: string): { found: Command[]; isSearching: boolean } {
  const navigate = useNavigate()
  const q = useDebounced(typed.trim().slice(0, longestAsked), 200)
  const query = useInfiniteQuery(foundQuery(slug, q))
  if (typed.trim() === '' || q === '') return { found: [], isSearching: false }
  const [page] = query.data?.pages ?? []
  const open = (conversationId: string) => () =>
    navigate({ to: '/w/$slug/inbox/$conversationId', params: { slug, conversationId } })
  const people = (page?.people ?? []).map((person) => ({
    ...{ id: `person ${person.id}`, group: 'People', words: contactName(person), icon: MessageSquare, isFound: true },
    hint: person.name ? (person.phone ?? undefined) : undefined,
    run: open(person.conversationId),
  }))
  const said = (page?.items ?? []).slice(0, mostMessages).map(({ message, contact }) => ({
    ...{
      id: `message ${message.id}`,
      group: 'Messages',
      words: contactName(contact),
      icon: MessageSquare,
      isFound: true,
    },
    hint: message.text?.slice(0, 80),
    run: open(message.conversationId),
  }))
  const everything: Command = {
    ...{ id: 'search', group: 'Search', words: `Search the inbox for “${q}”`, icon: Search, isFound: true },
    run: () => navigate({ to: '/w/$slug/inbox', params: { slug }, search: { q } }),
  }
  return { found: [...people, ...said, everything], isSearching: query.isFetching }
}
