import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { App } from '../../app.ts'
import { complete } from './complete.ts'
import type { Document } from './document.ts'

const icon = join(import.meta.dirname, '../../../../web/public/favicon.svg')

/** The OpenAPI 3.1 document at /openapi.json and a page to try it at /docs, both made from the schemas that validate. */
export async function describeApi(http: FastifyInstance, app: App): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Frontdesk',
        version: '1',
        description: introduction,
        license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      },
      components: { securitySchemes: securitySchemes(app.publicUrl) },
    },
    transform: jsonSchemaTransform,
    transformObject: (input) =>
      complete(jsonSchemaTransformObject(input) as unknown as Document) as unknown as ReturnType<
        typeof jsonSchemaTransformObject
      >,
  })
  await http.register(swaggerUi, {
    routePrefix: '/docs',
    theme: {
      title: 'Frontdesk API',
      favicon: [
        { filename: 'favicon.svg', rel: 'icon', sizes: 'any', type: 'image/svg+xml', content: readFileSync(icon) },
      ],
    },
    // Without the top bar, whose picture brings a style of its own that the policy rightly refuses.
    uiConfig: { layout: 'BaseLayout', docExpansion: 'list', persistAuthorization: true, filter: true },
  })
  http.get('/openapi.json', { schema: { hide: true } }, () => http.swagger())
}

const introduction = `Everything a workspace has, over JSON. \`docs/guides/api.md\` explains it at length.

- **Who asks**: \`Authorization: Bearer\` with a session's or an API token, or a browser's session cookie.
- **Values**: ids are UUIDs, times RFC 3339 in UTC, money minor units with a currency, phone numbers E.164.
- **Lists** answer \`{ items, nextCursor }\` and take \`limit\` and \`cursor\`.
- **POSTs** below a workspace take an \`Idempotency-Key\`.
- **Refusals** are \`application/problem+json\` with a stable \`code\`; each door lists those it can answer.
- **Allowances** are told in the headers \`RateLimit\` and \`RateLimit-Policy\`; a 429 says in \`Retry-After\` how long to wait.`

function securitySchemes(publicUrl: string) {
  return {
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: 'The `token` that signing in answers, or an API token of a workspace.',
    },
    cookie: {
      type: 'apiKey',
      in: 'cookie',
      name: `${publicUrl.startsWith('https:') ? '__Secure-' : ''}frontdesk.session_token`,
      description: 'Set by signing in. Browsers alone; what writes must come from this website.',
    },
  } as const
}
