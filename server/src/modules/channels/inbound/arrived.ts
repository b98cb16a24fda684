import { waker } from '#lib/waker'

/** Wakes whoever takes in what came, the moment this process stored something. */
export const inboundArrived = waker()
