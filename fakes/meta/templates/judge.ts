import type { State } from '../state.ts'
import type { Json } from '../types.ts'
import type { KnownTemplate, TemplateStatus } from './book.ts'

/** What is decided about a template by hand. What is left out stays. */
export interface Judgement {
  wabaId: string
  name: string
  language: string
  status?: TemplateStatus
  reason?: string
  category?: string
  quality?: string
}

/** Judges by itself where receipts come by themselves: what advertises is no utility. */
export function judgeSoon(state: State, template: KnownTemplate): void {
  if (state.receipts !== 'auto') return
  const { wabaId, name, language } = template
  const advertises = /\d\s?%|\b(discount|sale|promo|descuento|oferta|desconto|promoção)\b/i.test(
    JSON.stringify(template.components),
  )
  const verdict: Pick<Judgement, 'status' | 'reason'> =
    advertises && template.category === 'UTILITY'
      ? { status: 'REJECTED', reason: 'PROMOTIONAL' }
      : { status: 'APPROVED', reason: 'NONE' }
  void state.underWay.watch(
    state.underWay.pause(state.pace.delivered).then(async (isOn) => {
      if (isOn && state.templates.byId(template.id) === template)
        await judge(state, { wabaId, name, language, ...verdict })
    }),
  )
}

/** Decides about a template and tells the account's webhook what changed. */
export async function judge(state: State, wish: Judgement): Promise<void> {
  const template = state.templates.find(wish.wabaId, wish.name, wish.language)
  if (!template) throw new Error(`The account ${wish.wabaId} has no template ${wish.name} in ${wish.language}.`)
  const about = {
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
  }
  if (wish.status) {
    template.status = wish.status
    template.rejectedReason = wish.reason ?? 'NONE'
    const value = { event: wish.status, ...about, reason: template.rejectedReason }
    await tell(state, template, 'message_template_status_update', value)
  }
  if (wish.category) {
    const value = { ...about, previous_category: template.category, new_category: wish.category }
    template.category = wish.category
    await tell(state, template, 'template_category_update', value)
  }
  if (wish.quality) {
    const value = { ...about, previous_quality_score: template.quality, new_quality_score: wish.quality }
    template.quality = wish.quality
    await tell(state, template, 'message_template_quality_update', value)
  }
}

/** By each app of the account once, as Meta does. */
async function tell(state: State, { wabaId }: KnownTemplate, field: string, value: Json): Promise<void> {
  const time = Math.floor(state.now().getTime() / 1000)
  const payload = { object: 'whatsapp_business_account', entry: [{ id: wabaId, time, changes: [{ value, field }] }] }
  const numbers = [...state.numbers.values()].filter((number) => number.wabaId === wabaId)
  const hooks = numbers.filter((number, at) => numbers.findIndex((one) => one.webhookUrl === number.webhookUrl) === at)
  await Promise.all(hooks.map((number) => state.postman.send({ number, payload, messageId: null }).end))
}
