import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Bucket } from '#lib/files/bucket'
import { keepOnce } from '#lib/keep-once'
import { StartRefused } from '#lib/start-refused'

export type RoleName = 'http' | 'worker' | 'gateway'

export interface Config {
  readonly port: number
  readonly host: string
  readonly publicUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** Where files are kept; undefined: in a folder of `dataDir`. */
  readonly bucket: Bucket | undefined
  readonly roles: readonly RoleName[]
  /** undefined: a demo when the database is new and this is not production. */
  readonly demo: boolean | undefined
  readonly production: boolean
  readonly secret: string
  readonly signUp: 'open' | 'first' | 'closed'
  /** Another service by which people may sign in. */
  readonly oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined
  readonly corsOrigins: readonly string[]
  /** How many proxies stand in front, each adding the address it saw to `X-Forwarded-For`. */
  readonly trustedProxies: number
  readonly whatsappApiUrl: string
  /** What Meta must repeat at the webhook that all numbers of one app share; undefined: that webhook can't be set up. */
  readonly whatsappVerifyToken: string | undefined
  readonly twilioApiUrl: string
  readonly logLevel: string
}

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)

const Origin = z
  .string()
  .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text, {
    message: 'An origin is scheme and host, without a path, a slash at the end or a star',
  })

const Environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8000),
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  STORAGE_URL: z.url({ protocol: /^s3$/, hostname: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/ }).optional(),
  ROLES: list.pipe(z.array(z.enum(['http', 'worker', 'gateway'])).min(1)).default(['http', 'worker', 'gateway']),
  DEMO: flag.optional(),
  FRONTDESK_SECRET: z.string().min(16).optional(),
  SIGN_UP: z.enum(['open', 'first', 'closed']).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40).optional(),
  CORS_ORIGINS: list.pipe(z.array(Origin)).default([]),
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  WHATSAPP_API_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com'),
  WHATSAPP_VERIFY_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, 'eight to 200 letters, digits and signs, without spaces')
    .optional(),
  TWILIO_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.twilio.com'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

const examples: Record<string, string> = {
  PORT: '8000',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://desk.example.com',
  DATA_DIR: '.data',
  DATABASE_URL: 'postgres://frontdesk:secret@localhost:5432/frontdesk',
  STORAGE_URL: 's3://my-bucket/frontdesk?region=eu-central-1',
  ROLES: 'http,worker',
  DEMO: '1',
  FRONTDESK_SECRET: 'the output of: openssl rand -base64 32',
  SIGN_UP: 'first',
  OIDC_ISSUER: 'https://accounts.google.com',
  OIDC_CLIENT_ID: '1234.apps.googleusercontent.com',
  OIDC_CLIENT_SECRET: 'the secret of that client',
  OIDC_NAME: 'Google',
  CORS_ORIGINS: 'https://www.example.com,https://shop.example.com',
  TRUST_PROXY: '1',
  WHATSAPP_API_URL: 'https://graph.facebook.com',
  WHATSAPP_VERIFY_TOKEN: 'the output of: openssl rand -hex 24',
  TWILIO_API_URL: 'https://api.twilio.com',
  LOG_LEVEL: 'info',
}

/** Reads the environment, once. A wrong value refuses the start with the variable's name, what is wrong and an example. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw wrongVariable(parsed.error.issues[0])

  const env = parsed.data
  const production = env.NODE_ENV === 'production'
  const dataDir = resolve(env.DATA_DIR)
  return {
    port: env.PORT,
    // A demo's sign-in is public knowledge, so it stays on this machine unless somebody says otherwise.
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    dataDir,
    databaseUrl: env.DATABASE_URL,
    bucket: env.STORAGE_URL === undefined ? undefined : bucketIn(new URL(env.STORAGE_URL)),
    roles: env.ROLES,
    demo: env.DEMO,
    production,
    secret: env.FRONTDESK_SECRET ?? keptSecret(dataDir, production),
    signUp: env.SIGN_UP ?? (production ? 'first' : 'open'),
    oidc: oidcIn(env),
    corsOrigins: env.CORS_ORIGINS,
    trustedProxies: env.TRUST_PROXY,
    whatsappApiUrl: env.WHATSAPP_API_URL.replace(/\/+$/, ''),
    whatsappVerifyToken: env.WHATSAPP_VERIFY_TOKEN,
    twilioApiUrl: env.TWILIO_API_URL.replace(/\/+$/, ''),
    logLevel: env.LOG_LEVEL,
  }
}

function bucketIn({ hostname, pathname, searchParams }: URL): Bucket {
  const endpoint = searchParams.get('endpoint') ?? undefined
  if (endpoint !== undefined && !/^https?:/.test(URL.parse(endpoint)?.protocol ?? '')) {
    throw new StartRefused(
      `STORAGE_URL has a wrong value: its endpoint is no web address. Example: STORAGE_URL=s3://my-bucket?endpoint=https://minio.example.com`,
    )
  }
  const prefix = pathname.replace(/^\/+|\/+$/g, '')
  return { name: hostname, prefix, region: searchParams.get('region') ?? 'us-east-1', endpoint }
}

function oidcIn(env: z.output<typeof Environment>): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (issuer === undefined) return undefined
  const missing = clientId === undefined ? 'OIDC_CLIENT_ID' : 'OIDC_CLIENT_SECRET'
  if (clientId === undefined || clientSecret === undefined) {
    throw new StartRefused(
      `${missing} is missing: OIDC_ISSUER needs the client that was registered there. Example: ${missing}=${examples[missing]}`,
    )
  }
  const { hostname } = new URL(issuer)
  const name = env.OIDC_NAME ?? (hostname === 'accounts.google.com' ? 'Google' : hostname)
  return { issuer, clientId, clientSecret, name }
}

function wrongVariable(issue: z.core.$ZodIssue | undefined): StartRefused {
  const name = String(issue?.path[0] ?? 'The environment')
  return new StartRefused(`${name} has a wrong value: ${issue?.message}. Example: ${name}=${examples[name] ?? ''}`)
}

function keptSecret(dataDir: string, production: boolean): string {
  if (production) {
    throw new StartRefused(
      `FRONTDESK_SECRET is missing: in production the secret that seals credentials must be yours to keep. Example: FRONTDESK_SECRET=$(openssl rand -base64 32)`,
    )
  }
  try {
    mkdirSync(dataDir, { recursive: true })
    return keepOnce(join(dataDir, 'secret'), () => randomBytes(32).toString('base64'))
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const remedy =
      code === 'ENOSPC'
        ? `The disk that holds ${dataDir} is full. Free some space, or set DATA_DIR to a folder on another disk.`
        : `The folder ${dataDir} can't be written (${code}). Give this user the right to write there, or set DATA_DIR to a folder it owns.`
    throw new StartRefused(remedy)
  }
}
