/**
 * An OpenID Connect issuer in miniature: discovery, a page on which one chooses who one is, codes with PKCE, signed identity
 * tokens, keys and userinfo. It misbehaves when told to, in the ways a relying party must notice.
 */
export { personas } from './personas.ts'
export { startFakeIssuer } from './start.ts'
export type * from './types.ts'
