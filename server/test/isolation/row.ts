import type { Role } from '#lib/actor'
import type { Planted } from './planted.ts'

/** A request below a workspace. */
export interface Wish {
  readonly path: string
  readonly body?: object
  /** Sent as it is instead of a body. */
  readonly file?: string
}

/** A request that names things of another workspace, and what it must be answered: a refusal, or a success that shows nothing of it. */
export interface ForeignWish extends Wish {
  readonly answer: readonly [status: number, code?: string]
}

export interface Row {
  /** As the server registers it, below `/api/v1/w/:slug`. */
  readonly route: string
  readonly who: readonly Role[]
  /** A request that is right for members who may, and its status. */
  readonly own: (mine: Planted) => Wish & { readonly status: number }
  readonly foreign: (mine: Planted, theirs: Planted) => readonly ForeignWish[]
}

export const everyone: readonly Role[] = ['owner', 'manager', 'staff']
export const leaders: readonly Role[] = ['owner', 'manager']
export const ownerOnly: readonly Role[] = ['owner']
export const gone = [404, 'not_found'] as const
export const unusable = [422, 'invalid_input'] as const

/** What a caller may try to smuggle in beside the fields a door knows. */
export function smuggled({ desk, contactId, conversationId, channelId, memberId }: Planted): object {
  const { tenantId, slug } = desk
  const snake = { tenant_id: tenantId, contact_id: contactId, conversation_id: conversationId }
  return {
    ...{ id: contactId, tenantId, workspaceId: tenantId, workspace: slug, conversationId, contactId, memberId },
    ...{ mergedInto: contactId, key: 'x', role: 'owner', userId: memberId, senderId: memberId, ...snake, channelId },
  }
}

export const longAgo = '2020-01-01T00:00:00.000Z'
export const farOff = '2099-01-01T00:00:00.000Z'

/** A cursor made up of these keys. */
export function cursor(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}
