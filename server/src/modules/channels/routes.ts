import { type AnyDoor, door } from '#lib/door'
import { ById } from '#lib/json'
import { PageQuery, pageOf } from '#lib/page'
import { change } from './change.ts'
import { Channel, ChannelChange, NewChannel } from './channel.ts'
import { connect } from './connect.ts'
import { endFormerSecrets } from './end-former-secrets.ts'
import { getChannel, listChannels } from './queries.ts'
import { remove } from './remove.ts'

const tag = 'Channels'

export const doors: readonly AnyDoor[] = [
  door({
    method: 'GET',
    path: '/channels',
    tag,
    summary: 'The connected numbers',
    query: PageQuery,
    status: 200,
    answer: pageOf(Channel),
    handle: (tx, { query }, context) => listChannels(tx, context, query),
  }),
  door({
    method: 'POST',
    path: '/channels',
    tag,
    summary: 'Connect a number',
    body: NewChannel,
    status: 201,
    answer: Channel,
    handle: (tx, { body }, context) => connect(tx, context, body),
  }),
  door({
    method: 'GET',
    path: '/channels/:id',
    tag,
    summary: 'One number and how it is doing',
    params: ById,
    status: 200,
    answer: Channel,
    handle: (tx, { params }, context) => getChannel(tx, context, params.id),
  }),
  door({
    method: 'PATCH',
    path: '/channels/:id',
    tag,
    summary: 'Rename a number, change its connection, turn it off or on',
    params: ById,
    body: ChannelChange,
    status: 200,
    answer: Channel,
    handle: (tx, { params, body }, context) => change(tx, context, params.id, body),
  }),
  door({
    method: 'DELETE',
    path: '/channels/:id/former-secrets',
    tag,
    summary: 'Accept only the current app secret and verify token from now on',
    params: ById,
    status: 204,
    async handle(tx, { params }, context) {
      await endFormerSecrets(tx, context, params.id)
    },
  }),
  door({
    method: 'DELETE',
    path: '/channels/:id',
    tag,
    summary: 'Take a number away',
    params: ById,
    status: 204,
    async handle(tx, { params }, context) {
      await remove(tx, context, params.id)
    },
  }),
]
