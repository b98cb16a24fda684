export interface PostgresPlace {
  /** Folder that holds the cluster, its log and its password. Made when missing. */
  readonly dir: string
  /** Extra server settings, such as `fsync=off` for throw-away test data. */
  readonly settings?: readonly string[]
  /** Milliseconds to wait for another process that is starting, or a server that is recovering. Half a minute unless told. */
  readonly patience?: number
}

export const defaultPatience = 30_000
