import { once } from 'node:events'
import { connect } from 'node:net'

/** One kept HTTP connection that asks one thing at a time. */
export interface Connection {
  /** Writes a whole request and resolves with the status of its answer. */
  ask(request: Buffer): Promise<number>
  close(): void
}

/** Connects. Bytes straight to a socket, so that measuring takes as little as possible from what is measured. */
export async function openConnection(url: URL): Promise<Connection> {
  const socket = connect(Number(url.port), url.hostname).setNoDelay(true)
  await once(socket, 'connect')
  let received = ''
  let answer: PromiseWithResolvers<number> = Promise.withResolvers()
  socket.on('data', (bytes) => {
    received += bytes.toString('latin1')
    const status = statusIfWhole(received)
    if (status === undefined) return
    received = ''
    answer.resolve(status)
  })
  socket.on('close', () => answer.reject(new Error('the server closed the connection')))
  socket.on('error', (error) => answer.reject(error))

  return {
    ask(request) {
      answer = Promise.withResolvers()
      socket.write(request)
      return answer.promise
    },
    close() {
      answer.promise.catch(() => undefined)
      socket.destroy()
    },
  }
}

function statusIfWhole(received: string): number | undefined {
  const endOfHead = received.indexOf('\r\n\r\n')
  if (endOfHead === -1) return undefined
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, endOfHead + 2))?.[1]
  if (length === undefined) throw new Error('an answer without a length')
  return received.length >= endOfHead + 4 + Number(length) ? Number(received.slice(9, 12)) : undefined
}
