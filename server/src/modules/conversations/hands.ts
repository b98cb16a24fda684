import type { Hands } from '#channels'
import { recordReceipt } from './receipts/record-receipt.ts'
import { recordInbound } from './record-inbound.ts'

/** Takes what came in on any channel, item by item. */
export const hands: Hands = { message: recordInbound, receipt: recordReceipt }
