import { createHash, randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file as Meta has it: who put it there, and since when. */
export interface ShelvedFile {
  readonly id: string
  readonly phoneNumberId: string
  readonly by: 'customer' | 'business'
  readonly type: string
  readonly name: string | null
  readonly at: string
  readonly sha256: Buffer
  readonly bytes: Buffer
}

const day = 24 * 3_600_000
/** Days for which Meta keeps what customers send, and what businesses upload. */
const keptFor = { customer: 7, business: 30 }

/** The files Meta has, in memory, and in a folder where they are to outlive a restart. */
export class Shelf {
  readonly #files = new Map<string, ShelvedFile>()
  readonly #folder: string | undefined
  readonly #now: () => Date

  constructor(folder: string | undefined, now: () => Date) {
    this.#folder = folder
    this.#now = now
  }

  put(file: Pick<ShelvedFile, 'phoneNumberId' | 'by' | 'type' | 'name' | 'bytes'>): ShelvedFile {
    const sha256 = createHash('sha256').update(file.bytes).digest()
    const shelved = { ...file, id: String(randomInt(1e11, 1e14)), at: this.#now().toISOString(), sha256 }
    this.#files.set(shelved.id, shelved)
    if (this.#folder) save(this.#folder, shelved)
    return shelved
  }

  /** Undefined when there is none, or its time is over. */
  find(id: string): ShelvedFile | undefined {
    if (!/^\d{1,20}$/.test(id)) return undefined
    const file = this.#files.get(id) ?? (this.#folder ? load(this.#folder, id) : undefined)
    if (!file) return undefined
    this.#files.set(id, file)
    const age = this.#now().getTime() - Date.parse(file.at)
    return age < keptFor[file.by] * day ? file : undefined
  }

  forget(id: string): void {
    this.#files.delete(id)
  }
}

function save(folder: string, { bytes, sha256: _derived, ...known }: ShelvedFile): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, known.id), bytes)
  writeFileSync(join(folder, `${known.id}.json`), JSON.stringify(known))
}

function load(folder: string, id: string): ShelvedFile | undefined {
  try {
    const known = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'))
    const bytes = readFileSync(join(folder, id))
    return { ...known, bytes, sha256: createHash('sha256').update(bytes).digest() }
  } catch {
    return undefined
  }
}
