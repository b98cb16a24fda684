import { type GraphError, graphError } from '../graph-error.ts'
import { listIn, objectIn } from '../read-json.ts'
import type { Json } from '../types.ts'
import { placeholdersIn } from './placeholders.ts'

const categories = ['UTILITY', 'MARKETING', 'AUTHENTICATION']

/** The first thing Meta would find wrong with a template, or nothing. `isNew`: name and language come with it. */
export function checkDefinition(body: Json, isNew: boolean): GraphError | undefined {
  const { name, language, category } = body
  if (isNew && (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name))) {
    return wrong('Template name can only contain lowercase letters, digits and underscores.')
  }
  if (isNew && (typeof language !== 'string' || !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language))) {
    return wrong('Param language is not a supported language.')
  }
  if (category !== undefined && !categories.includes(String(category))) {
    return wrong('Param category must be one of {UTILITY, MARKETING, AUTHENTICATION}.')
  }
  const components = listIn(body, 'components')
  const part = (type: string) => components.find((one) => String(one.type).toUpperCase() === type)
  const text = part('BODY')
  if (!text) return wrong('A template needs a BODY component.')
  return (
    checkText('BODY', text, 1024, 'body_text_named_params') ??
    checkText('HEADER', part('HEADER'), 60, 'header_text_named_params') ??
    checkText('FOOTER', part('FOOTER'), 60, 'none') ??
    checkButtons(listIn(part('BUTTONS'), 'buttons'))
  )
}

function checkText(type: string, component: Json | undefined, most: number, key: string): GraphError | undefined {
  if (!component || (type === 'HEADER' && component.format !== 'TEXT')) return undefined
  const text = String(component.text ?? '')
  const found = placeholdersIn(text)
  if (text === '') return wrong(`${type} needs a text.`)
  if ([...text].length > most) return wrong(`${type} text is longer than ${most} characters.`)
  if (type === 'FOOTER' && found.length > 0) return wrong('FOOTER cannot hold variables.')
  if (type === 'HEADER' && (found.length > 1 || /\p{Extended_Pictographic}|\n/u.test(text))) {
    return wrong('HEADER text takes one variable, no emoji and no line break.')
  }
  if (type === 'BODY' && /^\s*\{\{|\}\}\s*$/.test(text)) {
    return wrong('Variables cannot be at the start or at the end of the template.')
  }
  if (/\}\}\s*\{\{/.test(text)) return wrong('Variables cannot stand next to each other.')
  if (/\n{3,}|\t| {5,}/.test(text)) return wrong('Too many line breaks or spaces.')
  const words = text
    .replace(/\{\{.*?\}\}/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  if (type === 'BODY' && found.length > 0 && words < found.length * 2 + 1) {
    return wrong('This template has too many variables for its length.')
  }
  const examples = listIn(objectIn(component, 'example'), key).map((one) => one.param_name)
  const missing = found.find((name) => !examples.includes(name))
  return missing === undefined ? undefined : wrong(`There is no example for the variable ${missing}.`)
}

function checkButtons(buttons: readonly Json[]): GraphError | undefined {
  if (buttons.length > 10) return wrong('A template has at most 10 buttons.')
  const types = buttons.map(({ type }) => type)
  const count = (type: string) => types.filter((one) => one === type).length
  if (count('URL') > 2 || count('PHONE_NUMBER') > 1) return wrong('There are too many buttons of one type.')
  const turns = types.filter((type, at) => at > 0 && (type === 'QUICK_REPLY') !== (types[at - 1] === 'QUICK_REPLY'))
  if (turns.length > 1) return wrong('Quick replies and other buttons must be grouped.')
  const long = buttons.some(({ text }) => typeof text !== 'string' || text === '' || [...text].length > 25)
  return long ? wrong('The text of a button has 1 to 25 characters.') : undefined
}

function wrong(details: string): GraphError {
  return { ...graphError(100, details), message: '(#100) Invalid parameter' }
}
