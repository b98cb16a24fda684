import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { Refusal } from '#lib/refusal'

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long when there is nothing to compare with: nobody learns from the time whether an account exists. */
  isRight(password: string, hash: string | null | undefined): Promise<boolean>
}

// Hashing is slow on purpose. More at once would keep the process from everything else; a longer queue would only make
// everybody wait for the one who floods it.
const atOnce = 3
const mostWaiting = 60

/** Passwords as scrypt hashes, a few at a time. Refuses with `too_many_requests` when too many wait for their turn. */
export function openPasswords(): Passwords {
  const inTurn = turnstile(atOnce, mostWaiting)
  let nobodys: Promise<string> | undefined
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    async isRight(password, hash) {
      nobodys ??= hashPassword('nobody has this one')
      const compared = hash ?? (await nobodys)
      const isSame = await inTurn(() => verifyPassword({ password, hash: compared }))
      return isSame && compared === hash
    },
  }
}

function turnstile(most: number, mostWaiting: number): <T>(act: () => Promise<T>) => Promise<T> {
  let inside = 0
  const waiting: (() => void)[] = []
  return async (act) => {
    if (inside < most) inside++
    else {
      if (waiting.length >= mostWaiting) throw tooBusy()
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    try {
      return await act()
    } finally {
      // A place is handed on, not given up and fought for.
      const next = waiting.shift()
      if (next) next()
      else inside--
    }
  }
}

function tooBusy(): Refusal {
  return new Refusal('too_many_requests', 429, 'Too many people sign in at this moment. Try again in a few seconds.', {
    retryAfter: 5,
  })
}
