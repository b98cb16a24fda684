import type { FastifyInstance } from 'fastify'
import type { Logger } from '#lib/log'

/**
 * Work whose answer does not wait for it, so that the time an answer takes tells nothing about the work. The server closes
 * only once all of it is done.
 */
export function afterwards(http: FastifyInstance, log: Logger): (work: () => Promise<void>) => void {
  const underWay = new Set<Promise<void>>()
  http.addHook('onClose', async () => void (await Promise.all(underWay)))
  return (work) => {
    const done = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error: unknown) => log.error({ err: error }, 'work after an answer failed'))
      .finally(() => underWay.delete(done))
    underWay.add(done)
  }
}
