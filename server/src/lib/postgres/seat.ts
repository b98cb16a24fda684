import pg from 'pg'

/** One process's place at a shared server. */
export interface Seat {
  /** Gives the place up; true when nobody else holds one, so that the leaver may turn off the light. */
  leave(): Promise<boolean>
}

// Any constant does: it names the lock all processes on one cluster share.
const seatLock = 7_206_915

/** Takes a place at the server. It is a lock of a session, so a killed process gives its place up by itself. */
export async function holdSeat(url: string): Promise<Seat> {
  const client = new pg.Client({ connectionString: url, application_name: 'frontdesk seat', keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1)', [seatLock])
  return {
    async leave() {
      try {
        await client.query('select pg_advisory_unlock_shared($1)', [seatLock])
        const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [seatLock])
        return rows[0]?.alone ?? false
      } catch {
        // The server is gone already.
        return false
      } finally {
        await client.end().catch(() => undefined)
      }
    },
  }
}
