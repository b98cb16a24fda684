import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { App } from '../app.ts'

/** One policy for every page there is: the inbox, the simulator and the API's documentation alike. */
export const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  mediaSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  frameSrc: ["'none'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

// What no page of ours asks for, so that nothing smuggled into one can.
const denied = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'bluetooth',
  'midi',
  'display-capture',
]

/** Closed by default: no framing, no guessing of types, no script that is not ours, nothing of the API kept by caches. */
export async function setSafeHeaders(http: FastifyInstance, app: App): Promise<void> {
  const isHttps = app.publicUrl.startsWith('https:')
  await http.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  http.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', denied.map((feature) => `${feature}=()`).join(', '))
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}
