import { isObject, type JsonObject, textOf } from '../../inbound/json.ts'
import { kept, type Parcel } from '../../inbound/parcel.ts'
import { asPhone } from './writer.ts'

/** What WhatsApp says about a customer. A new number or user id is identity work; anything else is kept. */
export function parseSystem(item: JsonObject): Parcel {
  const parcel = kept('system', item)
  const news = isObject(item.system) ? item.system : {}
  const type = textOf(news.type) ?? ''

  if (/^user_changed_number$|^customer_changed_number$/.test(type)) {
    const from = asPhone(item.from) ?? asPhone(news.customer)
    const to = asPhone(news.wa_id) ?? asPhone(news.new_wa_id)
    if (from && to) return { ...parcel, meaning: { is: 'number_changed', from, to } }
  }
  // Who hides their number changes the id when they change the number.
  if (/^user_changed_/.test(type)) {
    const from = textOf(news.previous_user_id) ?? textOf(item.previous_user_id)
    const to = textOf(news.user_id) ?? textOf(item.user_id) ?? textOf(item.from_user_id)
    if (from && to) return { ...parcel, meaning: { is: 'user_id_changed', from, to } }
  }
  return parcel
}

/** The same, told as a change of its own: `{ user_id: { previous, current } }`. */
export function parseUserIdUpdate(item: JsonObject): Parcel {
  const parcel = kept('user_id_update', item)
  const ids = isObject(item.user_id) ? item.user_id : {}
  const [from, to] = [textOf(ids.previous), textOf(ids.current)]
  return from && to ? { ...parcel, meaning: { is: 'user_id_changed', from, to } } : parcel
}
