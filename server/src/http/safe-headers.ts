import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { App } from '../app.ts'

/** Closed by default: no foreign origin, no framing, no script that is not ours. */
export async function setSafeHeaders(http: FastifyInstance, app: App): Promise<void> {
  const isHttps = app.publicUrl.startsWith('https:')
  await http.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The component library positions what floats with style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: isHttps,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await http.register(cors, {
    origin: [...app.config.corsOrigins],
    credentials: true,
    exposedHeaders: ['retry-after', 'idempotent-replay'],
  })
}
