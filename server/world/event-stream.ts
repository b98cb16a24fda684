import type { TestContext } from 'node:test'
import { afterwards } from './afterwards.ts'

export interface StreamEvent {
  readonly id: string
  readonly event: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into events of every shape
  readonly data: any
}

export interface EventStream {
  readonly status: number
  readonly seen: readonly StreamEvent[]
  /** The next event not yet taken that fits; waits for it. */
  next(fits: (event: StreamEvent) => boolean): Promise<StreamEvent>
  /** Resolves when the stream has come to its end, however that was. */
  readonly ended: Promise<void>
  close(): void
}

/** A live stream as a browser reads it. */
export async function openEventStream(
  t: Pick<TestContext, 'after'>,
  url: string,
  headers: Record<string, string>,
): Promise<EventStream> {
  const stop = new AbortController()
  afterwards(t, () => stop.abort())
  const response = await fetch(url, { headers, signal: stop.signal })
  const seen: StreamEvent[] = []
  const waiting = new Set<() => void>()
  let taken = 0

  const read = async () => {
    let rest = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      seen.push(...blocks.map(parse).filter((event) => event !== undefined))
      for (const wake of waiting) wake()
    }
  }
  const ended = read().catch(() => undefined)

  return {
    status: response.status,
    seen,
    ended,
    async next(fits) {
      for (;;) {
        while (taken < seen.length) {
          const event = seen[taken++]
          if (event && fits(event)) return event
        }
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
    },
    close: () => stop.abort(),
  }
}

function parse(block: string): StreamEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const event = fields.get('event')
  return event === undefined
    ? undefined
    : { id: fields.get('id') ?? '', event, data: JSON.parse(fields.get('data') ?? 'null') }
}
