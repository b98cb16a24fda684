import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { FileAnswer } from '#lib/door'

/** Sends a file as it is written. Its name holds letters, digits, hyphens and dots alone. */
export function sendFile(reply: FastifyReply, type: string, { name, pieces }: FileAnswer): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .type(type)
    .send(Readable.from(pieces))
}
