import type { Context } from '#lib/context'

/** Background work of a process that is not a queued job: it runs from start to stop and wakes by itself. */
export interface Loop {
  readonly name: string
  /** Ends soon after the signal aborts. What it throws is logged, and it is run again. */
  readonly run: (context: Context, signal: AbortSignal) => Promise<void>
}
