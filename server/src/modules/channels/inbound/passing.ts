// By the first two signs of SQLSTATE: lost connection, transaction conflict, out of resources, stopped by an operator, system.
const passingClasses = ['08', '40', '53', '57', '58']
const lockNotAvailable = '55P03'

/** True for a failure of the database that has nothing to do with what was being done: it may be tried again. */
export function isPassing(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  if (typeof code !== 'string')
    return error instanceof Error && /connection (terminated|ended)|timeout exceeded/i.test(error.message)
  const isNetwork = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'].includes(code)
  return isNetwork || code === lockNotAvailable || (code.length === 5 && passingClasses.includes(code.slice(0, 2)))
}
