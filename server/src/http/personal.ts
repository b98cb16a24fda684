import type { FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { signedInPerson } from './session.ts'

/** What doors have in common that lead to a person’s own things: who is nobody hears that before anything about the input. */
export function forPersons(app: App) {
  return <Shapes extends object>(summary: string, shapes: Shapes) => ({
    schema: { tags: ['Account'], summary, security: [{ bearer: [] }, { cookie: [] }], ...shapes },
    preValidation: async (request: FastifyRequest): Promise<void> => void (await signedInPerson(app, request)),
  })
}
