import { pino } from 'pino'
import { withoutSecrets, withoutTraces } from '#lib/without-secrets'

export type Logger = pino.Logger

/**
 * Structured logs on standard output. Whatever is handed over, no secret, no address and nothing anybody wrote comes out:
 * every line passes `withoutSecrets`, errors and what caused them included.
 */
export function logger(options: { level: string; pretty: boolean }, destination?: pino.DestinationStream): Logger {
  const settings: pino.LoggerOptions = {
    level: options.level,
    formatters: { log: withoutSecrets },
    hooks: {
      logMethod(line, method) {
        const [first, ...rest] = line as unknown[]
        // An error on its own would lend the line its message.
        const known = first instanceof Error ? [{ err: first }, first.name] : [first]
        method.apply(this, [...known, ...rest].map(cleaned) as Parameters<typeof method>)
      },
    },
    ...(options.pretty
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } } }
      : {}),
  }
  return destination ? pino(settings, destination) : pino(settings)
}

function cleaned(part: unknown): unknown {
  return typeof part === 'string' ? withoutTraces(part) : part
}
