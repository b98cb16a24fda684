import { placeholdersIn } from '../placeholders.ts'
import type { TemplateButton, Variable, WhatsappWords } from '../template.ts'
import { sayValue } from '../values.ts'

type Parameter = { readonly type: 'text'; readonly parameter_name?: string; readonly text: string }
export type Components = readonly {
  readonly type: 'header' | 'body' | 'button'
  readonly sub_type?: 'url'
  readonly index?: string
  readonly parameters: readonly Parameter[]
}[]

type Say = (placeholder: string) => string

/** What fills a template in, as a send names it to WhatsApp. */
export function componentsOf({ header, body, buttons }: Omit<WhatsappWords, 'footer'>, say: Say): Components {
  const part = (type: 'header' | 'body', text: string | null) => {
    const parameters = named(text ?? '').map(({ raw, as }) => ({
      ...({ type: 'text', parameter_name: as } as const),
      text: say(raw),
    }))
    return parameters.length > 0 ? [{ type, parameters }] : []
  }
  const links = buttons.flatMap((button, at) => {
    const [inUrl] = button.kind === 'url' ? placeholdersIn(button.url) : []
    if (!inUrl) return []
    const parameters = [{ type: 'text', text: say(inUrl.raw) } as const]
    return [{ type: 'button', sub_type: 'url', index: String(at), parameters } as const]
  })
  return [...part('header', header), ...part('body', body), ...links]
}

/** A template as it is given to WhatsApp to be judged. */
export function definitionOf(
  { header, body, footer, buttons }: WhatsappWords,
  variables: readonly Variable[],
  reader: { language: string; timezone: string; currency: string },
): object[] {
  const exampleOf = (variable: string | null) => {
    const known = variables.find(({ name }) => name === variable)
    return (known && sayValue(known, known.example, reader)?.plain) ?? known?.example ?? ''
  }
  const examples = (text: string) =>
    named(text).map(({ as, variable }) => ({ param_name: as, example: exampleOf(variable) }))
  const withExamples = (key: string, text: string) => {
    const given = examples(text)
    return given.length > 0 ? { example: { [key]: given } } : {}
  }
  return [
    ...(header === null
      ? []
      : [
          { type: 'HEADER', format: 'TEXT', text: toMeta(header), ...withExamples('header_text_named_params', header) },
        ]),
    { type: 'BODY', text: toMeta(body), ...withExamples('body_text_named_params', body) },
    ...(footer === null ? [] : [{ type: 'FOOTER', text: footer }]),
    ...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons: buttons.map((button) => asMeta(button, exampleOf)) }]),
  ]
}

function asMeta(button: TemplateButton, exampleOf: (variable: string | null) => string): object {
  switch (button.kind) {
    case 'quick_reply':
      return { type: 'QUICK_REPLY', text: button.text }
    case 'phone':
      return { type: 'PHONE_NUMBER', text: button.text, phone_number: button.phone.replace(/[^\d+]/g, '') }
    case 'url': {
      const [inUrl] = placeholdersIn(button.url)
      if (!inUrl) return { type: 'URL', text: button.text, url: button.url }
      const base = button.url.replace(inUrl.raw, '')
      const example = [`${base}${exampleOf(inUrl.variable)}`]
      return { type: 'URL', text: button.text, url: `${base}{{1}}`, example }
    }
    default: {
      const never: never = button
      return never
    }
  }
}

/** A text with WhatsApp's plain names in place of ours. */
function toMeta(text: string): string {
  return named(text).reduceRight(
    (said, { raw, at, as }) => `${said.slice(0, at)}{{${as}}}${said.slice(at + raw.length)}`,
    text,
  )
}

/** Each placeholder under a name of its own: WhatsApp knows no filters, and the same value may be said in two ways. */
function named(text: string) {
  const seen = new Map<string, number>()
  return placeholdersIn(text).map((placeholder) => {
    const name = placeholder.variable ?? 'value'
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return { ...placeholder, as: times === 1 ? name : `${name}_${times}` }
  })
}
