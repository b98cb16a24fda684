import { setTimeout as delay } from 'node:timers/promises'
import { factsAfter, presentPosition } from '#lib/facts/read'
import type { Fact, Position } from '#lib/facts/types'
import { nextFacts } from '#lib/facts/wake'
import type { App } from '../app.ts'

export type Listener = (fact: Fact) => void

/** The process's one reader of the log for all browsers: each listener hears the facts of one tenant as they are committed. */
export interface LiveHub {
  /** Everything up to here has been handed out; a new listener hears what comes after. */
  position(): Position
  listen(tenantId: string, listener: Listener): () => void
  stop(): Promise<void>
}

const pollMilliseconds = 1_000
const batch = 500

/** Starts following the log from where it ends now. */
export async function startLiveHub(app: App): Promise<LiveHub> {
  const listeners = new Map<string, Set<Listener>>()
  const stopping = new AbortController()
  let position = await presentPosition(app.database.app)

  const handOut = (fact: Fact) => {
    for (const listener of listeners.get(fact.tenantId) ?? []) listener(fact)
  }
  const round = async (): Promise<number> => {
    const facts = await factsAfter(app.database.app, position, batch)
    for (const fact of facts) {
      position = { xid: fact.xid, id: fact.id }
      handOut(fact)
    }
    return facts.length
  }
  const following = follow(round, stopping.signal, app)

  return {
    position: () => position,
    listen(tenantId, listener) {
      const ofTenant = listeners.get(tenantId) ?? new Set()
      listeners.set(tenantId, ofTenant.add(listener))
      return () => {
        ofTenant.delete(listener)
        if (ofTenant.size === 0) listeners.delete(tenantId)
      }
    },
    async stop() {
      stopping.abort()
      await following
    },
  }
}

async function follow(round: () => Promise<number>, signal: AbortSignal, app: App): Promise<void> {
  while (!signal.aborted) {
    try {
      // A fact just committed may stand behind a transaction still under way: look again soon, then less and less often.
      for (let pause = 5; (await round()) === 0 && pause < pollMilliseconds && !signal.aborted; pause *= 3)
        await nextFacts(pause, signal)
      await nextFacts(pollMilliseconds, signal)
    } catch (error) {
      if (signal.aborted) return
      app.log.error({ err: error }, 'the live reader failed; it will try again')
      await delay(pollMilliseconds)
    }
  }
}
