import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

/** What the phone says no to, in a sentence for the person holding it. */
export class PhoneRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined

  constructor(status: number, code: string, sentence: string, field?: string) {
    super(sentence)
    this.status = status
    this.code = code
    this.field = field
  }
}

export function invalid(field: string, sentence: string): PhoneRefusal {
  return new PhoneRefusal(422, 'invalid_input', sentence, field)
}

export function notFound(what: string): PhoneRefusal {
  return new PhoneRefusal(404, 'not_found', `There is no such ${what} on this phone.`)
}

/** Renders what the phone or Fastify refuses as problem+json; anything else goes on to whoever hosts the phone. */
export function renderProblem(error: FastifyError | PhoneRefusal, _request: FastifyRequest, reply: FastifyReply) {
  const refusal = error instanceof PhoneRefusal ? error : refusalFor(error)
  if (!refusal) throw error
  const { status, code, message, field } = refusal
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      title: STATUS_CODES[status],
      status,
      detail: message,
      code,
      ...(field === undefined ? {} : { errors: [{ path: field, message, code }] }),
    })
}

function refusalFor({ statusCode: status, code }: FastifyError): PhoneRefusal | undefined {
  if (status === undefined || status >= 500 || !code?.startsWith('FST_')) return undefined
  if (status === 413) return new PhoneRefusal(413, 'body_too_large', 'That is too much for one message.')
  if (status === 415)
    return new PhoneRefusal(415, 'invalid_input', 'Send JSON, with the content type application/json.')
  return new PhoneRefusal(status, 'invalid_input', 'The request could not be read.')
}
