import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyHttpOptions, FastifyInstance } from 'fastify'
import { Refusal } from '#lib/refusal'
import { problemOf } from './problems.ts'

/** How long a caller may take to say what it wants. Milliseconds. */
export interface Patience {
  readonly headers: number
  readonly request: number
}

export const patience: Patience = { headers: 15_000, request: 60_000 }

/** A hundred megabytes over a poor line. */
const uploadPatience = 30 * 60_000

const mostHeaderBytes = 16_384

/**
 * Bounds for whoever holds a connection without getting to the point: headers and bodies that trickle in, headers and
 * addresses without end. They are answered as every refusal is, and hung up on.
 */
export function boundCallers({ headers, request }: Patience): FastifyHttpOptions<Server> {
  return {
    requestTimeout: Math.max(request, uploadPatience),
    http: {
      headersTimeout: headers,
      connectionsCheckingInterval: Math.min(5_000, headers),
      maxHeaderSize: mostHeaderBytes,
    },
    clientErrorHandler: (error, socket) => hangUp(error.code, socket as Socket),
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Files come in here, which takes its time. */
    isUpload?: boolean
  }
}

/** Hangs up on a body that does not come to its end in time, except where files are uploaded. */
export function boundBodies(http: FastifyInstance, { request: most }: Patience): void {
  http.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (raw.complete || routeOptions.config.isUpload) return
    const timer = setTimeout(() => {
      if (!raw.complete) hangUp('ERR_HTTP_REQUEST_TIMEOUT', raw.socket)
    }, most).unref()
    const stop = () => clearTimeout(timer)
    raw.once('end', stop).once('close', stop)
  })
}

function hangUp(code: string | undefined, socket: Socket): void {
  // Nobody is left to answer.
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const refusal = refusals[code ?? ''] ?? new Refusal('bad_request', 400, 'This is no HTTP request.')
  const body = JSON.stringify(problemOf(refusal))
  const head = [
    `HTTP/1.1 ${refusal.status} ${refusal.code.replaceAll('_', ' ')}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const refusals: Readonly<Record<string, Refusal | undefined>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Refusal('request_too_slow', 408, 'The request did not arrive in time.'),
  HPE_HEADER_OVERFLOW: new Refusal('headers_too_large', 431, 'The address and the headers are too long.'),
}
