import { setTimeout as delay } from 'node:timers/promises'
import { follow } from '#lib/facts/react'
import { work } from '#lib/jobs/work'
import { type App, jobs, loops, reactions } from './app.ts'

export interface Worker {
  /** Lets what is under way finish. */
  stop(): Promise<void>
}

/** The worker role: queued jobs, loops and reactions. */
export async function startWorker(app: App): Promise<Worker> {
  const stopping = new AbortController()
  const { signal } = stopping
  const runner = await work(app, jobs)
  const following = reactions.map((reaction) => follow(reaction, { ...app, signal }))
  const looping = loops.map(async (loop) => {
    while (!signal.aborted) {
      await loop.run(app, signal).catch(async (error: unknown) => {
        app.log.error({ err: error, loop: loop.name }, 'a loop failed; it will run again')
        await delay(1_000, undefined, { signal }).catch(() => undefined)
      })
    }
  })

  return {
    async stop() {
      stopping.abort()
      await Promise.all([runner.stop(), ...following, ...looping])
    },
  }
}
