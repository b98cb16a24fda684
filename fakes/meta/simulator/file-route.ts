import type { FastifyInstance } from 'fastify'
import type { FakeMeta } from '../types.ts'
import { notFound } from './refusal.ts'

// What a phone shows or plays by itself; everything else it would open with a program.
const shown = /^(image\/(jpeg|png|webp)|video\/(mp4|3gpp)|audio\/(aac|amr|mpeg|mp4|ogg))\b/

/** The files of the chats, as the phone has them. Nothing in them runs. */
export function fileRoute(app: FastifyInstance, fake: FakeMeta): void {
  app.get<{ Params: { id: string } }>('/files/:id', async ({ params }, reply) => {
    const file = fake.files.find(params.id)
    if (!file) throw notFound('file')
    const isShown = shown.test(file.type)
    return reply
      .type(isShown ? file.type : 'application/octet-stream')
      .header('content-disposition', isShown ? 'inline' : 'attachment')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=86400')
      .send(file.bytes)
  })
}
