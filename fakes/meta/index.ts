/**
 * Meta's WhatsApp Cloud API in miniature: a real HTTP server that takes messages, refuses what Meta refuses, signs and
 * retries its webhooks, and misbehaves when told to. The demo, the tests and the benchmarks all speak to it.
 */
export { readyMade } from './personas.ts'
export { asMetaWritesIt, sign } from './signature.ts'
export { simulatorRoutes } from './simulator/routes.ts'
export { startFakeMeta } from './start.ts'
export type * from './types.ts'
export { whatsappIdOf } from './whatsapp-id.ts'
