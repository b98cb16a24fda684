import type { FastifyInstance } from 'fastify'
import { authorise, type GraphRequest, refuse } from '../authorise.ts'
import { graphError, noSuchObject } from '../graph-error.ts'
import { isObject, listIn } from '../read-json.ts'
import type { State } from '../state.ts'
import type { Json } from '../types.ts'
import type { KnownTemplate } from './book.ts'
import { checkDefinition } from './check-definition.ts'
import { judgeSoon } from './judge.ts'

type Asked = GraphRequest & { query: unknown }

/** The templates of an account: listed, given to be judged, changed and taken away. */
export function templateRoutes(app: FastifyInstance, state: State): void {
  const { templates } = state

  app.get('/:version/:id/message_templates', (request: GraphRequest, reply) => {
    const numbers = authorise(state, request, 'wabaId')
    if (!Array.isArray(numbers)) return refuse(reply, numbers)
    const { name, limit = '25', after = '0' } = (request as Asked).query as Record<string, string>
    const all = templates.all.filter((one) => one.wabaId === request.params.id && (!name || one.name.includes(name)))
    const from = Number(after)
    const end = from + Number(limit)
    const paging = { cursors: { before: after, after: String(end) }, ...(end < all.length ? { next: 'more' } : {}) }
    return { data: all.slice(from, end).map(describe), paging }
  })

  app.post('/:version/:id/message_templates', (request: GraphRequest, reply) => {
    const numbers = authorise(state, request, 'wabaId')
    if (!Array.isArray(numbers)) return refuse(reply, numbers)
    const body: Json = isObject(request.body) ? request.body : {}
    const refusal = checkDefinition(body, true)
    if (refusal) return refuse(reply, refusal)
    const wabaId = request.params.id
    if (templates.find(wabaId, body.name, body.language)) {
      return refuse(reply, graphError(100, 'There is already content for this template in this language.'))
    }
    const template = templates.add({
      ...{ wabaId, name: String(body.name), language: String(body.language), category: String(body.category) },
      ...{ status: 'PENDING', components: listIn(body, 'components') },
    })
    judgeSoon(state, template)
    return { id: template.id, status: template.status, category: template.category }
  })

  app.post('/:version/:id', (request: GraphRequest, reply) => {
    const template = templates.byId(request.params.id)
    const numbers = template && authorise(state, withWaba(request, template.wabaId), 'wabaId')
    if (!template || !numbers) return refuse(reply, noSuchObject('POST', request.params.id))
    if (!Array.isArray(numbers)) return refuse(reply, numbers)
    const body: Json = isObject(request.body) ? request.body : {}
    const refusal = checkDefinition(body, false)
    if (refusal) return refuse(reply, refusal)
    template.components = listIn(body, 'components')
    template.category = String(body.category ?? template.category)
    template.status = 'PENDING'
    judgeSoon(state, template)
    return { success: true, id: template.id, category: template.category }
  })

  app.delete('/:version/:id/message_templates', (request: GraphRequest, reply) => {
    const numbers = authorise(state, request, 'wabaId')
    if (!Array.isArray(numbers)) return refuse(reply, numbers)
    const { name } = (request as Asked).query as Record<string, string>
    return templates.remove(request.params.id, name)
      ? { success: true }
      : refuse(reply, noSuchObject('DELETE', String(name)))
  })
}

function withWaba(request: GraphRequest, wabaId: string): GraphRequest {
  const { method, headers, params } = request
  return { method, headers, params: { ...params, id: wabaId } } as GraphRequest
}

function describe({ id, name, language, status, category, components, rejectedReason, quality }: KnownTemplate): Json {
  const judged = { rejected_reason: rejectedReason, quality_score: { score: quality } }
  return { id, name, language, status, category, parameter_format: 'NAMED', components, ...judged }
}
