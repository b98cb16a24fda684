import type { FakeMeta, SentMessage } from '@frontdesk/fakes/meta'

export interface LateReceipts {
  /** The receipts that have not left yet stay where they are; those of later messages leave as before. */
  hold(): readonly SentMessage[]
  /** Lets those that were held leave. */
  release(): Promise<void>
}

const later = 600

/** Tells of every message that it was sent and delivered, each a while after the call for it was answered. */
export function lateReceipts(meta: FakeMeta): LateReceipts {
  const waiting = new Map<SentMessage, NodeJS.Timeout>()
  const held: SentMessage[] = []
  const tell = async ({ id }: SentMessage) => {
    await meta.emitStatus({ messageId: id, status: 'sent' })
    await meta.emitStatus({ messageId: id, status: 'delivered' })
  }
  const leave = (sent: SentMessage) => {
    waiting.delete(sent)
    return tell(sent)
  }
  meta.on('sent', (sent) => waiting.set(sent, setTimeout(leave, later, sent)))

  return {
    hold() {
      for (const timer of waiting.values()) clearTimeout(timer)
      held.push(...waiting.keys())
      waiting.clear()
      return held
    },
    release: async () => void (await Promise.all(held.map(tell))),
  }
}
