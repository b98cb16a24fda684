import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * Lets the server end at once: connections on which nothing was asked yet, such as browsers open in advance, are neither
 * idle nor busy to Node, which would wait a minute for each.
 */
export function closeUnusedConnections(http: FastifyInstance): void {
  const unused = new Set<Socket>()
  http.server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.on('close', () => unused.delete(socket))
  })
  http.server.on('request', ({ socket }) => unused.delete(socket))
  http.addHook('preClose', async () => {
    for (const socket of unused) socket.destroy()
  })
}
