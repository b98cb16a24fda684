import { pino } from 'pino'

export type Logger = pino.Logger

/** Structured logs on standard output. What may hold a secret is cut out before it is written. */
export function logger(options: { level: string; pretty: boolean }): Logger {
  return pino({
    level: options.level,
    redact: {
      paths: [
        '*.password',
        '*.accessToken',
        '*.appSecret',
        '*.verifyToken',
        '*.credentials',
        '*.token',
        '*.authorization',
        '*.cookie',
        'req.headers.authorization',
        'req.headers.cookie',
      ],
      censor: '[secret]',
    },
    ...(options.pretty
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } } }
      : {}),
  })
}
