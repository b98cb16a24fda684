import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { FakeIssuerOptions, IssuerFault, Persona } from './types.ts'

/** What a code stands for until it is exchanged, once. */
export interface Grant {
  readonly persona: Persona
  readonly nonce: string | undefined
  readonly challenge: string | undefined
  readonly redirectUri: string
}

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

export interface State {
  url: string
  readonly clientId: string
  readonly clientSecret: string
  readonly key: SigningKey
  readonly strangersKey: SigningKey
  readonly publicKey: JWK
  readonly grants: Map<string, Grant>
  /** Access token → whose. */
  readonly access: Map<string, Persona>
  fault: IssuerFault | undefined
}

export async function createState({ clientId, clientSecret }: FakeIssuerOptions): Promise<State> {
  const [own, strangers] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  return {
    url: '',
    clientId: clientId ?? 'frontdesk',
    clientSecret: clientSecret ?? 'frontdesk secret',
    key: own.privateKey,
    strangersKey: strangers.privateKey,
    publicKey: { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' },
    grants: new Map(),
    access: new Map(),
    fault: undefined,
  }
}
