import { sql } from 'kysely'
import type { App } from '../app.ts'

/** How many requests a caller may make within a minute. */
export interface Allowance {
  /** What kind of caller, as it is named in the RateLimit headers. */
  readonly name: string
  readonly most: number
}

export interface Balance {
  readonly allowance: Allowance
  /** Requests left; negative once it is overdrawn. */
  readonly left: number
  /** Seconds until the next minute begins, in which all is as new. */
  readonly resetsIn: number
}

export interface Spending {
  /** Counts one request of a caller. */
  spend(allowance: Allowance, caller: string): Balance
  /** Tells the other processes what was spent here, and learns what was spent there. */
  share(): Promise<void>
  stop(): void
}

interface Account {
  readonly spender: string
  readonly most: number
  /** Spent here and not told yet. */
  untold: number
  /** Spent by all processes, as the database knew when it was last asked. */
  told: number
}

const minute = 60_000
const sharing = 1_000
// Below this part of an allowance nobody is close to its end, and nothing is written.
const worthTelling = 0.1

/**
 * Counts requests by minute. In one process it is exact; what other processes counted is known after a second, and only of
 * callers who have used a tenth of their allowance in one of them.
 */
export function openSpending(app: App): Spending {
  let openedAt = 0
  let accounts = new Map<string, Account>()
  const turnTheMinute = () => {
    const now = app.clock.now().getTime()
    const begun = now - (now % minute)
    if (begun !== openedAt) accounts = new Map()
    openedAt = begun
    return Math.max(1, Math.ceil((begun + minute - now) / 1_000))
  }

  async function share(): Promise<void> {
    turnTheMinute()
    const untold = [...accounts.values()].filter(
      ({ untold, told, most }) => untold > 0 && told + untold >= most * worthTelling,
    )
    if (untold.length > 0) await tell(app, new Date(openedAt), untold)
  }

  const timer = setInterval(
    () =>
      share().catch((error: unknown) => app.log.warn({ err: error }, 'allowances are counted in this process alone')),
    sharing,
  ).unref()

  return {
    spend(allowance, caller) {
      const resetsIn = turnTheMinute()
      const spender = `${allowance.name}:${caller}`
      const account = accounts.get(spender) ?? { spender, most: allowance.most, untold: 0, told: 0 }
      accounts.set(spender, account)
      account.untold++
      return { allowance, left: allowance.most - account.told - account.untold, resetsIn }
    },
    share,
    stop: () => clearInterval(timer),
  }
}

async function tell(app: App, openedAt: Date, accounts: readonly Account[]): Promise<void> {
  const told = accounts.map(({ spender, untold }) => ({ spender, untold }))
  // Sorted: processes that tell of the same callers at the same moment don't wait for each other in a circle.
  told.sort((one, other) => (one.spender < other.spender ? -1 : 1))
  const { rows } = await sql<{ spender: string; requests: number }>`
    with swept as (delete from http.spent where opened_at < ${openedAt}::timestamptz - interval '2 minutes')
    insert into http.spent as present (spender, opened_at, requests)
    select spender, ${openedAt}, requests
    from unnest(${told.map(({ spender }) => spender)}::text[], ${told.map(({ untold }) => untold)}::int[]) as spent (spender, requests)
    on conflict (opened_at, spender) do update set requests = present.requests + excluded.requests
    returning spender, requests`.execute(app.database.app)

  const totals = new Map(rows.map(({ spender, requests }) => [spender, requests]))
  const before = new Map(told.map(({ spender, untold }) => [spender, untold]))
  for (const account of accounts) {
    account.told = totals.get(account.spender) ?? account.told
    account.untold -= before.get(account.spender) ?? 0
  }
}
