import { z } from 'zod'
import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { permit } from '../permissions.ts'
import { makeToken } from './make.ts'
import { getToken, listTokens } from './queries.ts'
import { revokeToken } from './revoke.ts'
import { scopesFor } from './scopes.ts'
import { MadeToken, NewToken, Scope, Token } from './token.ts'

const tag = 'API tokens'

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/tokens',
    tag,
    summary: 'API tokens nobody has revoked',
    query: PageQuery,
    status: 200,
    answer: pageOf(Token),
    handle: (tx, { query }) => listTokens(tx, query),
  }),
  door({
    method: 'GET',
    path: '/tokens/scopes',
    tag,
    summary: 'What you can give a token to do',
    status: 200,
    answer: z.object({ items: z.array(Scope) }),
    async handle(tx) {
      permit(tx, 'tokens.make')
      return { items: tx.actor.kind === 'member' ? scopesFor(tx.actor.role) : [] }
    },
  }),
  door({
    method: 'POST',
    path: '/tokens',
    tag,
    summary: 'Make an API token; it is shown this once',
    body: NewToken,
    status: 201,
    answer: MadeToken,
    keep: (answer) => ({ ...answer, token: null }),
    async handle(tx, { body }) {
      const { id, secret } = await makeToken(tx, body)
      return { ...(await getToken(tx, id)), token: secret }
    },
  }),
  door({
    method: 'DELETE',
    path: '/tokens/:id',
    tag,
    summary: 'Revoke an API token at once',
    params: ById,
    status: 204,
    handle: (tx, { params }) => revokeToken(tx, params.id),
  }),
]
