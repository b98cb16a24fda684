export interface GatherLimits<Item> {
  readonly bytesOf: (item: Item) => number
  /** Most items, and most bytes, of one write. One item larger than that is written alone. */
  readonly items: number
  readonly bytes: number
  /** Most bytes that may wait; beyond, items are turned away at once. */
  readonly waitingBytes: number
}

interface Waiting<Item> {
  readonly item: Item
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Lets concurrent callers share writes: while one is under way the next batch is collected. Each caller's promise resolves
 * when its item is written, and rejects when the write failed or too much is waiting.
 */
export function gather<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  limits: GatherLimits<Item>,
): (item: Item) => Promise<void> {
  const queue: Waiting<Item>[] = []
  let waitingBytes = 0
  let isWriting = false

  return (item) =>
    new Promise((done, failed) => {
      const bytes = limits.bytesOf(item)
      if (waitingBytes + bytes > limits.waitingBytes) return failed(new Error('too much is waiting to be written'))
      waitingBytes += bytes
      queue.push({ item, done, failed })
      if (!isWriting) void writeAll()
    })

  async function writeAll(): Promise<void> {
    isWriting = true
    // Whoever came in the same turn of the event loop goes into the first batch, too.
    await new Promise(setImmediate)
    while (queue.length > 0) await writeOne(queue.splice(0, fitting()))
    isWriting = false
  }

  async function writeOne(batch: readonly Waiting<Item>[]): Promise<void> {
    try {
      await write(batch.map(({ item }) => item))
      for (const { done } of batch) done()
    } catch (error) {
      for (const { failed } of batch) failed(error)
    } finally {
      for (const { item } of batch) waitingBytes -= limits.bytesOf(item)
    }
  }

  /** How many from the front fit into one write. */
  function fitting(): number {
    let bytes = 0
    const end = queue.findIndex(({ item }, index) => {
      bytes += limits.bytesOf(item)
      return index === limits.items || (index > 0 && bytes > limits.bytes)
    })
    return end === -1 ? queue.length : end
  }
}
