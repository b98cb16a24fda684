import { StartRefused } from '#lib/start-refused'
import { start } from './start.ts'

// Service managers kill what is still there half a minute after they asked it to stop.
const patience = 20_000
const say = (line: string): void => console.log(line)

const begun = performance.now()
// Begins once the signals are heard: one that comes during the start, too, stops everything in order.
const starting = Promise.resolve().then(() => start(process.env, say))
stopOnSignals(async () => (await starting).stop())

try {
  const { url } = await starting
  say(`Ready after ${((performance.now() - begun) / 1_000).toFixed(1)} s: ${url ?? 'working in the background'}`)
} catch (error) {
  console.error(error instanceof StartRefused ? error.message : error)
  process.exit(1)
}

/** The first signal stops gently and in order; a second one, from somebody in a hurry, at once. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = async () => {
    if (stopping) process.exit(1)
    stopping = true
    say('Stopping …')
    setTimeout(() => {
      say('Something did not end in time; stopped all the same. Nothing that was acknowledged is lost.')
      process.exit(1)
    }, patience).unref()
    // A start that fails says so itself.
    await stop().catch(() => process.exit(1))
    say('Stopped.')
    process.exit(0)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
