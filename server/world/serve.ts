import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { buildServer, type Extra } from '../src/http/server.ts'
import { startWorker, type Worker } from '../src/worker.ts'
import { afterwards } from './afterwards.ts'
import { watchRefusals } from './documented.ts'
import { openWorld, type World, type WorldOptions } from './world.ts'

export interface Answered {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  readonly body: any
}

export interface Served extends World {
  readonly http: FastifyInstance
  readonly url: string
  /** A request as a program makes it, with a bearer token. */
  ask(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answered>
}

/** The cast behind a real HTTP server, with the worker running unless told otherwise. */
export async function serve(
  t: TestContext,
  options: WorldOptions & { worker?: boolean; extra?: Extra } = {},
): Promise<Served> {
  const cast = await openWorld({ time: 'running', ...options })
  const refusals = watchRefusals()
  const http = await buildServer(cast.context, options.extra)
  refusals.stop()
  const url = await http.listen({ port: 0, host: '127.0.0.1' })
  const worker: Worker | undefined = options.worker === false ? undefined : await startWorker(cast.context)
  afterwards(t, async () => {
    await worker?.stop()
    const undocumented = refusals.undocumented(http)
    await http.close()
    await cast.close()
    assert.deepEqual(undocumented, [], 'tell of them in server/src/http/openapi/refusals.ts')
  })

  return {
    ...cast,
    http,
    url,
    async ask(method, path, { token, body, headers } = {}) {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: parse(text) }
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
