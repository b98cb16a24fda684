import { Agent as PlainAgent, request as requestPlain } from 'node:http'
import { request as requestSecure, Agent as SecureAgent } from 'node:https'
import { text } from 'node:stream/consumers'

const answerWithin = 10_000

export interface Answer {
  /** 0 when none came; `body` says why then. */
  status: number
  body: string
}

export interface Poster {
  post(url: string, headers: Record<string, string>, bytes: Buffer): Promise<Answer>
  close(): void
}

/** Posts over connections that are kept; node:http rather than fetch, which costs twice as much per webhook. */
export function createPoster(closing: AbortSignal): Poster {
  const plain = new PlainAgent({ keepAlive: true })
  const secure = new SecureAgent({ keepAlive: true })

  async function post(url: string, headers: Record<string, string>, bytes: Buffer): Promise<Answer> {
    try {
      const options = { method: 'POST', headers: { ...headers, 'content-length': bytes.length }, timeout: answerWithin }
      const request = url.startsWith('https:')
        ? requestSecure(url, { ...options, agent: secure, signal: closing })
        : requestPlain(url, { ...options, agent: plain, signal: closing })
      return await exchange(request, bytes)
    } catch (error) {
      return { status: 0, body: sentenceFor(error) }
    }
  }

  return {
    post,
    close() {
      plain.destroy()
      secure.destroy()
    },
  }
}

function exchange(request: ReturnType<typeof requestPlain>, bytes: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.on('timeout', () => request.destroy(new Error(`No answer within ${answerWithin / 1000} seconds`)))
    request.on('error', reject)
    request.on('response', (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    })
    request.end(bytes)
  })
}

function sentenceFor(error: unknown): string {
  if (error instanceof AggregateError) return sentenceFor(error.errors[0])
  return error instanceof Error ? error.message || error.name : String(error)
}
