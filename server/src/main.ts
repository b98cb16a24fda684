import { StartRefused } from '#lib/start-refused'
import { start } from './start.ts'

// Service managers kill what is still there half a minute after they asked it to stop.
const patience = 20_000
const say = (line: string): void => console.log(line)

try {
  const begun = performance.now()
  const running = await start(process.env, say)
  say(
    `Ready after ${((performance.now() - begun) / 1_000).toFixed(1)} s: ${running.url ?? 'working in the background'}`,
  )
  stopOnSignals(running.stop)
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
    await stop()
    say('Stopped.')
    process.exit(0)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
