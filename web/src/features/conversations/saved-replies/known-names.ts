import type { Conversation, Me, Workspace } from '../../../lib/api-types.ts'
import { queryClient } from '../../../lib/query-client.ts'
import type { Known } from './fill-in.ts'

/** What is known of whoever writes, to whom and for which business, from what every page has loaded. */
export function knownNames(slug: string, { contact }: Pick<Conversation, 'contact'>): Known {
  const me = queryClient.getQueryData<Me>(['me'])
  const workspace = queryClient.getQueryData<Workspace>(['w', slug, 'tenancy', 'workspace'])
  return {
    'contact.name': contact.name,
    'member.name': me?.user.name ?? null,
    'workspace.name': workspace?.name ?? null,
  }
}
