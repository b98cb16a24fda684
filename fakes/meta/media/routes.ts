import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { authorise, bearerOf, type GraphRequest, refuse } from '../authorise.ts'
import { graphError } from '../graph-error.ts'
import type { State } from '../state.ts'
import { checkUpload } from './check-upload.ts'
import type { ShelvedFile } from './shelf.ts'

const urlGoodFor = 5 * 60_000
const mostBytes = 101 * 1024 * 1024

type HostRequest = FastifyRequest<{ Params: { id: string }; Querystring: { ext?: string } }>

/** Files as the Graph API takes them, and the host that hands them out. */
export function mediaRoutes(app: FastifyInstance, state: State): void {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: mostBytes },
      (_request, body, done) => done(null, body),
    )
    scope.post('/:version/:id/media', { bodyLimit: mostBytes }, async (request: GraphRequest, reply) => {
      const numbers = authorise(state, request, 'phoneNumberId')
      if (!Array.isArray(numbers)) return refuse(reply, numbers)
      if (state.faults.takeMedia('noUpload'))
        return refuse(reply, graphError(131053, 'The media could not be uploaded.'))
      const checked = await checkUpload(request)
      if ('code' in checked) return refuse(reply, checked)
      return { id: state.shelf.put({ ...checked, phoneNumberId: request.params.id, by: 'business' }).id }
    })
  })

  app.get('/media-host/:id', (request: HostRequest, reply) => handOut(state, request, reply))
}

/** Where a file can be had for the next five minutes, if the id is one; with the faults that lie on the way there. */
export function describeFile(state: State, request: GraphRequest, reply: FastifyReply): object | undefined {
  const file = state.shelf.find(request.params.id)
  if (!file) return undefined
  const { method, headers, params } = request
  const asNumber = { method, headers, params: { ...params, id: file.phoneNumberId } } as GraphRequest
  const number = authorise(state, asNumber, 'phoneNumberId')
  if (!Array.isArray(number)) return refuse(reply, number)
  if (state.faults.takeMedia('gone')) return undefined
  const until = state.now().getTime() + urlGoodFor
  const announced = state.faults.takeMedia('wrongHash') ? randomBytes(32) : file.sha256
  return {
    messaging_product: 'whatsapp',
    url: `http://${request.headers.host}/media-host/${file.id}?ext=${until}`,
    mime_type: file.type,
    sha256: announced.toString('hex'),
    file_size: state.faults.takeMedia('tooLarge') ? 200 * 1024 * 1024 : file.bytes.length,
    id: file.id,
  }
}

async function handOut(state: State, request: HostRequest, reply: FastifyReply): Promise<FastifyReply> {
  const file = state.shelf.find(request.params.id)
  const token = bearerOf(request.headers.authorization)
  const isTheirs = file && state.numbers.get(file.phoneNumberId)?.accessToken === token
  if (!isTheirs) return reply.code(401).type('text/plain').send('Sign in first.')
  const isOver = !(Number(request.query.ext) > state.now().getTime())
  if (isOver || state.faults.takeMedia('notFound')) return reply.code(404).type('text/plain').send('Not found')
  return misbehave(state, file, reply)
}

async function misbehave(state: State, file: ShelvedFile, reply: FastifyReply): Promise<FastifyReply> {
  const away = state.faults.takeMedia('elsewhere')
  if (away?.to) return reply.redirect(away.to)
  if (state.faults.takeMedia('inside')) return reply.redirect('http://169.254.169.254/latest/meta-data/')
  const slow = state.faults.takeMedia('slow')
  if (slow && !(await state.underWay.pause(slow.ms ?? 1_000))) return reply.code(503).send()
  if (state.faults.takeMedia('brokenOff')) return breakOff(file, reply)
  return reply.type(file.type).header('content-disposition', 'attachment').send(file.bytes)
}

function breakOff({ bytes }: ShelvedFile, reply: FastifyReply): FastifyReply {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-length': bytes.length })
  reply.raw.write(bytes.subarray(0, bytes.length >> 1), () => reply.raw.destroy())
  return reply
}
