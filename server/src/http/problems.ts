import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type FieldError, InvalidInput, Refusal } from '#lib/refusal'

/** RFC 9457: how every refusal and every bug looks over HTTP. https://www.rfc-editor.org/rfc/rfc9457 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string(), code: z.string() })).optional(),
})

/** Renders whatever is thrown, in one place. */
export function renderProblems(http: FastifyInstance): void {
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = asRefusal(error)
    if (refusal) return sendRefusal(reply, refusal)
    request.log.error({ err: error }, 'a bug')
    return sendRefusal(
      reply,
      new Refusal('unexpected', 500, 'Something went wrong on our side. It has been written down; please try again.'),
    )
  })
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter))
  return reply
    .code(refusal.status)
    .type('application/problem+json')
    .serializer((payload) => JSON.stringify(payload))
    .send(problemOf(refusal))
}

export function problemOf({ code, status, message, errors }: Refusal): z.infer<typeof Problem> {
  return {
    type: 'about:blank',
    title: code.replaceAll('_', ' '),
    status,
    detail: message,
    code,
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
  }
}

function asRefusal(error: FastifyError): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (hasZodFastifySchemaValidationErrors(error)) return new InvalidInput(error.validation.map(asFieldError))
  return (
    byFastifyCode[error.code] ??
    (error.statusCode === 400 ? new Refusal('bad_request', 400, 'This request can’t be read.') : undefined)
  )
}

function asFieldError({
  instancePath,
  message,
  params,
}: {
  instancePath: string
  message?: string
  params?: unknown
}): FieldError {
  const { code } = (params as { issue?: { code?: string } } | undefined)?.issue ?? {}
  return {
    path: instancePath.slice(1).replaceAll('/', '.'),
    message: message ?? 'This value can’t be used.',
    code: code ?? 'invalid',
  }
}

const byFastifyCode: Record<string, Refusal | undefined> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new Refusal('body_too_large', 413, 'This is more than we take in one request.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Refusal(
    'unsupported_media_type',
    415,
    'Send JSON, with the header Content-Type: application/json.',
  ),
  FST_ERR_CTP_EMPTY_JSON_BODY: new Refusal('invalid_json', 400, 'The body is empty; JSON was announced.'),
  FST_ERR_CTP_INVALID_JSON_BODY: new Refusal('invalid_json', 400, 'The body is not valid JSON.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Refusal(
    'bad_request',
    400,
    'The body is not as long as its Content-Length says.',
  ),
}

/** What is asked of an address nobody serves. */
export function refuseUnknownAddress(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendRefusal(reply, new Refusal('not_found', 404, 'There is nothing at this address.'))
}
