import type { InboundReceipt } from '../../inbound/hands.ts'
import { idOf, isObject, type JsonObject, textOf } from '../../inbound/json.ts'
import { kept, malformed, type Parcel, wordFor } from '../../inbound/parcel.ts'
import { readError } from './read-error.ts'
import { readTime } from './read-time.ts'
import type { Scene } from './scene.ts'

const words = ['sent', 'delivered', 'read', 'played', 'failed'] as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * What became of a message of ours. Calls and payments have statuses, too, and groups have them for each member: none of
 * these is a receipt, nor are words nobody knows.
 */
export function parseStatus(item: JsonObject, { receivedAt }: Scene): Parcel {
  const id = idOf(item.id)
  if (id === undefined) return malformed('receipt', item, 'a status without an id')
  const { type = 'message' } = item
  if (type !== 'message') return kept(`${wordFor(type)}_status`, item)
  if (item.recipient_type === 'group') return kept('group_status', item)
  const status = words.find((word) => word === item.status)
  if (!status) return kept('status', item)

  return {
    kind: 'receipt',
    identity: `${id} ${status} ${stampOf(item.timestamp)}`,
    meaning: { is: 'receipt', receipt: readReceipt(id, status, item, receivedAt) },
    content: item,
  }
}

/** The time as it was written, for a receipt that comes again must look the same even when its time makes no sense. */
function stampOf(written: unknown): string {
  return typeof written === 'string' || typeof written === 'number' ? String(written).slice(0, 40) : ''
}

function readReceipt(
  providerMessageId: string,
  status: InboundReceipt['status'],
  item: JsonObject,
  receivedAt: Date,
): InboundReceipt {
  const attemptId = textOf(item.biz_opaque_callback_data)
  const [error] = Array.isArray(item.errors) ? item.errors : []
  return {
    providerMessageId,
    status,
    at: readTime(item.timestamp, receivedAt),
    ...(attemptId !== undefined && uuid.test(attemptId) ? { attemptId: attemptId.toLowerCase() } : {}),
    ...(error === undefined ? {} : { error: readError(error) }),
    ...(isObject(item.pricing) ? { pricing: item.pricing } : {}),
  }
}
