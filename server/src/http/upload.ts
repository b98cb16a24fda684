import type { FastifyInstance } from 'fastify'
import type { AnyDoor } from '#lib/door'
import { Refusal } from '#lib/refusal'

/** Where a door's body is read: JSON, or, for a door that takes a file, its bytes as they come. */
export function whereRead(http: FastifyInstance, { bytes }: AnyDoor): Pick<FastifyInstance, 'route'> {
  if (!bytes) return http
  return {
    route(options) {
      http.register(async (scope) => {
        scope.removeAllContentTypeParsers()
        scope.addContentTypeParser([...bytes.types], { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
        scope.addContentTypeParser('*', (_request, _payload, done) =>
          done(new Refusal('unsupported_media_type', 415, `Send the file itself, as ${bytes.types.join(' or ')}.`)),
        )
        scope.route(options)
      })
      return http
    },
  }
}
