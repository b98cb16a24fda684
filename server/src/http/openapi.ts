import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

const logo = join(import.meta.dirname, '../../../web/public/favicon.svg')

/** The OpenAPI 3.1 document at /openapi.json and a page to try it at /docs, both made from the schemas that validate. */
export async function describeApi(http: FastifyInstance): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Frontdesk',
        version: '1',
        description:
          'Ids are UUIDs, times RFC 3339 in UTC, money minor units with a currency, phone numbers E.164. Lists take `limit` and `cursor`. POSTs take an `Idempotency-Key`. Refusals are problem+json with a stable `code`.',
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'frontdesk.session_token' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await http.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    theme: { title: 'Frontdesk API' },
    logo: { type: 'image/svg+xml', content: readFileSync(logo), href: '/docs', target: '_self' },
    uiConfig: { docExpansion: 'list', persistAuthorization: true },
  })
  http.get('/openapi.json', { schema: { hide: true } }, () => http.swagger())
}
