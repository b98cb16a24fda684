import { waker } from '#lib/waker'

// Wakes the readers of this process the moment a transaction of this process commits a fact; what other processes commit is
// found by the poll. A NOTIFY in the transaction would make all commits queue for one lock.
const { wake, wait } = waker()

export const factsCommitted = wake
export const nextFacts = wait
