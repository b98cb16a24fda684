import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What a measurement stands on, taken down after it in reverse order. */
export interface Stage {
  /** An empty folder on the disk on which Frontdesk would keep its data; a folder for temporary files may lie in memory. */
  readonly folder: string
  after(end: () => unknown): void
}

const parent = join(import.meta.dirname, '../../.data/bench')

/** Sets the stage, measures, and clears up whatever happens. */
export async function onStage(measure: (stage: Stage) => Promise<void>): Promise<void> {
  const ends: (() => unknown)[] = []
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, 'run-'))
  try {
    await measure({ folder, after: (end) => void ends.push(end) })
  } finally {
    for (const end of ends.reverse()) await end()
    await rm(folder, { recursive: true, force: true })
  }
}
