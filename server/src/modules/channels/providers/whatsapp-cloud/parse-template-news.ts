import { isObject, type JsonObject, textOf } from '../../inbound/json.ts'

/** What Meta says of one language of a template. */
export interface TemplateNews {
  readonly name: string
  readonly language: string
  /** Meta's own words; what it did not say is left out. */
  readonly said: {
    readonly event?: string
    readonly reason?: string
    readonly category?: string
    readonly quality?: string
  }
}

/** The fields of a webhook that are about templates. */
export const templateFields: readonly string[] = [
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
]

/** Which template a change is about, and what is said of it; undefined where that is not said. */
export function newsOfTemplate(value: JsonObject): TemplateNews | undefined {
  const name = textOf(value.message_template_name)
  const language = textOf(value.message_template_language)
  if (!name || !/^[a-z0-9_]{1,512}$/.test(name) || !language || !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language))
    return undefined
  const rejection = isObject(value.rejection_info) ? textOf(value.rejection_info.reason) : undefined
  const said = {
    event: textOf(value.event),
    reason: rejection ?? textOf(value.reason),
    category: textOf(value.new_category),
    quality: textOf(value.new_quality_score),
  }
  const known = Object.entries(said).flatMap(([key, text]) => (text ? [[key, text.slice(0, 500)]] : []))
  return { name, language, said: Object.fromEntries(known) }
}
