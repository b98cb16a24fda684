import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** The part of S3 that keeps, reads and removes objects, in memory. It notes who signed and believes them. */
export async function startBucketServer() {
  const objects = new Map<string, Buffer>()
  const signedBy: string[] = []
  const server = createServer(async (request, response) => {
    signedBy.push(request.headers.authorization ?? '')
    const { pathname } = new URL(request.url ?? '/', 'http://bucket')
    if (request.method === 'PUT') {
      objects.set(pathname, await buffer(request))
      return response.writeHead(200, { etag: '"1"' }).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(pathname)
      return response.writeHead(204).end()
    }
    const found = objects.get(pathname)
    if (!found) return response.writeHead(404, { 'content-type': 'application/xml' }).end(noSuchKey)
    const part = partOf(found, request)
    return response.writeHead(part === found ? 200 : 206, { 'content-length': part.length }).end(part)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    signedBy,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function partOf(found: Buffer, { headers }: IncomingMessage): Buffer {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
  return first === undefined ? found : found.subarray(Number(first), Number(last) + 1)
}

const noSuchKey = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>There is no such key.</Message></Error>'
