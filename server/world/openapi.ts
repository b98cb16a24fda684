import { sha256 } from '#lib/signature'
import { buildServer } from '../src/http/server.ts'
import { openWorld } from './world.ts'

/** The OpenAPI document as the server of these sources serves it. */
export async function openApiDocument(): Promise<string> {
  const cast = await openWorld()
  const http = await buildServer(cast.context)
  try {
    await http.ready()
    return JSON.stringify(http.swagger(), null, 2)
  } finally {
    await http.close()
    await cast.close()
  }
}

/** The line a file of generated types begins with, so that a document that moved on is noticed. */
export function madeFrom(document: string): string {
  return `// Made by "npm run types" from the OpenAPI document with SHA-256 ${sha256(document).toString('hex')}.`
}
