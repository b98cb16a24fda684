import { type GraphError, graphError } from '../graph-error.ts'
import { listIn, objectIn } from '../read-json.ts'
import type { BusinessNumber, Json } from '../types.ts'
import type { KnownTemplate, TemplateBook } from './book.ts'
import { placeholdersIn } from './placeholders.ts'

/** What a customer sees of a template. */
export interface Filled {
  readonly header: string | null
  readonly body: string
  readonly footer: string | null
  readonly buttons: readonly Json[]
}

/** The first thing Meta would find wrong with a template that is to be sent, going by what was approved. */
export function checkTemplateSend(book: TemplateBook, { wabaId }: BusinessNumber, body: Json): GraphError | undefined {
  const sent = objectIn(body, 'template')
  const code = objectIn(sent, 'language').code
  const template = book.find(wabaId, sent.name, code)
  const status = template?.status
  if (!template || status === 'PENDING' || status === 'REJECTED') {
    return graphError(132001, `template name (${String(sent.name)}) does not exist in ${String(code)}`)
  }
  if (status === 'PAUSED') return graphError(132015, 'The template is paused due to low quality.')
  if (status === 'DISABLED') return graphError(132016, 'The template is disabled.')
  for (const type of ['header', 'body']) {
    const wanted = placeholdersIn(textOf(template, type) ?? '')
    const given = parametersOf(sent, type)
    if (given.length !== wanted.length) {
      return graphError(
        132000,
        `${type}: number of localizable_params (${given.length}) does not match the expected number of params (${wanted.length})`,
      )
    }
    const strange = given.find(({ parameter_name: name }) => !wanted.includes(String(name)))
    if (strange) return graphError(100, `Parameter name ${String(strange.parameter_name)} is not in the template.`)
    const odd = given.find(({ type: kind, text }) => kind !== 'text' || typeof text !== 'string' || text.trim() === '')
    if (odd) return graphError(132012, `${type}: parameter format does not match format in the created template`)
    if (given.some(({ text }) => /[\n\t]| {5,}/.test(String(text)))) {
      return graphError(132018, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces')
    }
  }
  return undefined
}

/** The template with what a send fills in. */
export function fillTemplate(book: TemplateBook, { wabaId }: BusinessNumber, sent: Json): Filled | undefined {
  const template = book.find(wabaId, sent.name, objectIn(sent, 'language').code)
  if (!template) return undefined
  const fill = (type: string) => {
    const values = new Map(parametersOf(sent, type).map((one) => [String(one.parameter_name), String(one.text)]))
    return textOf(template, type)?.replace(/\{\{\s*(\w+)\s*\}\}/g, (raw, name) => values.get(name) ?? raw) ?? null
  }
  const buttons = listIn(componentOf(template, 'buttons'), 'buttons').map((button, at) => {
    const given = listIn(sent, 'components').find((one) => one.type === 'button' && String(one.index) === String(at))
    const [end] = listIn(given, 'parameters')
    return { ...button, ...(button.url ? { url: String(button.url).replace('{{1}}', String(end?.text ?? '')) } : {}) }
  })
  return { header: fill('header'), body: fill('body') ?? '', footer: textOf(template, 'footer'), buttons }
}

function componentOf({ components }: KnownTemplate, type: string): Json | undefined {
  return components.find((one) => String(one.type).toLowerCase() === type)
}

function textOf(template: KnownTemplate, type: string): string | null {
  const text = componentOf(template, type)?.text
  return typeof text === 'string' ? text : null
}

function parametersOf(sent: Json, type: string): Json[] {
  return listIn(
    listIn(sent, 'components').find((one) => String(one.type).toLowerCase() === type),
    'parameters',
  )
}
