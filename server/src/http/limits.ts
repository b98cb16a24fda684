import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import type { Actor } from '#lib/actor'
import { Refusal } from '#lib/refusal'
import { sha256 } from '#lib/signature'
import type { Principal } from '#lib/tx'
import type { App } from '../app.ts'
import { type Allowance, type Balance, openSpending } from './spending.ts'

/**
 * Requests to the API within a minute. Fifty busy people in one office stay below all of them. Webhooks of providers are not
 * counted: they come in bursts, and what is refused there would have to come again.
 */
export const allowances = {
  /** Everything from one address, whoever is behind it. */
  address: { name: 'address', most: 12_000 },
  /** Requests of one address that name nobody. */
  anonymous: { name: 'anonymous', most: 1_200 },
  /** One session or one token. */
  credential: { name: 'credential', most: 1_200 },
  /** One person over all of their sessions. */
  account: { name: 'account', most: 2_400 },
  /** All people and programs of one workspace together. */
  workspace: { name: 'workspace', most: 9_000 },
} as const satisfies Record<string, Allowance>

/** Counts a request that turned out to be a member's against their account and their workspace; may refuse. */
export type CountMember = (request: FastifyRequest, reply: FastifyReply, principal: Principal) => void

/**
 * Keeps one caller from taking what belongs to all: refuses with `too_many_requests` who has used up an allowance, and tells
 * everybody how much is left of the one that is nearest to its end.
 */
export function limitCallers(http: FastifyInstance, app: App): CountMember {
  const spending = openSpending(app)
  http.addHook('onClose', async () => spending.stop())
  const count = (reply: FastifyReply, spent: readonly (readonly [Allowance, string])[]) => {
    const balances = spent.map(([allowance, caller]) => spending.spend(allowance, caller))
    tellTheScarcest(reply, balances)
    const overdrawn = balances.find(({ left }) => left < 0)
    if (overdrawn) throw tooOften(overdrawn)
  }

  http.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return
    const address = neighbourhood(request.ip)
    const credential = request.headers.authorization ?? request.headers.cookie
    count(reply, [
      [allowances.address, address],
      credential === undefined ? [allowances.anonymous, address] : [allowances.credential, hashed(credential)],
    ])
  })
  return (_request, reply, { tenantId, actor }) => {
    const account = accountOf(actor)
    count(reply, [
      ...(account === undefined ? [] : [[allowances.account, account] as const]),
      [allowances.workspace, tenantId],
    ])
  }
}

const scarcest = new WeakMap<FastifyReply, Balance>()

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
function tellTheScarcest(reply: FastifyReply, balances: readonly Balance[]): void {
  const [least] = [...balances, ...[scarcest.get(reply) ?? []].flat()].sort((one, other) => share(one) - share(other))
  if (!least) return
  scarcest.set(reply, least)
  const { allowance, left, resetsIn } = least
  reply.header('ratelimit-policy', `"${allowance.name}";q=${allowance.most};w=60`)
  reply.header('ratelimit', `"${allowance.name}";r=${Math.max(0, left)};t=${resetsIn}`)
}

function share({ left, allowance }: Balance): number {
  return left / allowance.most
}

function tooOften({ resetsIn }: Balance): Refusal {
  return new Refusal('too_many_requests', 429, 'That was too often. Wait a little and try again.', {
    retryAfter: resetsIn,
  })
}

/** An IPv4 address as it is; of IPv6, the network a household gets, in which it may choose addresses freely. */
export function neighbourhood(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`)}/64`
}

// A digest: what is counted is shared through the database, where no credential belongs.
function hashed(credential: string): string {
  return sha256(credential).toString('base64url')
}

function accountOf(actor: Actor): string | undefined {
  return 'userId' in actor ? actor.userId : undefined
}
