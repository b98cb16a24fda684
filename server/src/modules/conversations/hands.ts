import type { Hands } from '#channels'
import { recordReceipt } from './receipts/record-receipt.ts'
import { recordEcho } from './record-echo.ts'
import { recordInbound } from './record-inbound.ts'
import { recordChange } from './remarks/record-change.ts'

/** Takes what came in on any channel, item by item. */
export const hands: Hands = {
  message: recordInbound,
  echo: recordEcho,
  change: recordChange,
  receipt: recordReceipt,
}
