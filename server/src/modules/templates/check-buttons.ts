import { toE164 } from '#lib/phone'
import type { FieldError } from '#lib/refusal'
import { limits } from './limits.ts'
import { placeholdersIn } from './placeholders.ts'
import { firstBroken, whatsappRules } from './rules.ts'
import type { TemplateButton } from './template.ts'

/** What WhatsApp would refuse in the buttons below a template. Paths begin with `buttons`. */
export function checkButtons(buttons: readonly TemplateButton[]): FieldError[] {
  return [...checkTogether(buttons), ...buttons.flatMap(checkOne)]
}

function checkTogether(buttons: readonly TemplateButton[]): FieldError[] {
  const refuse = (code: string, message: string): FieldError[] => [{ path: 'buttons', code, message }]
  const count = (kind: TemplateButton['kind']) => buttons.filter((button) => button.kind === kind).length
  if (buttons.length > limits.buttons) return refuse('too_many_buttons', `At most ${limits.buttons} buttons.`)
  if (count('url') > limits.urlButtons) {
    return refuse('too_many_url_buttons', `At most ${limits.urlButtons} buttons that open a page.`)
  }
  if (count('phone') > limits.phoneButtons) return refuse('too_many_phone_buttons', 'At most one button that calls.')
  const turns = buttons.filter(({ kind }, at) => at > 0 && isReply(kind) !== isReply(buttons[at - 1]?.kind)).length
  if (turns > 1) return refuse('buttons_mixed', 'Put the answers together, before or after the other buttons.')
  return []
}

const isReply = (kind: TemplateButton['kind'] | undefined) => kind === 'quick_reply'

function checkOne(button: TemplateButton, at: number, all: readonly TemplateButton[]): FieldError[] {
  const path = `buttons.${at}`
  const text = firstBroken(whatsappRules.buttonText, button.text)
  const isTwin = all.findIndex(({ text }) => text.trim() === button.text.trim()) < at
  const twin = { code: 'button_twice', message: 'Another button says the same.' }
  const wrong = text ?? (isTwin ? twin : undefined)
  const place = placeOf(button)
  return [
    ...(wrong ? [{ path: `${path}.text`, ...wrong }] : []),
    ...(place ? [{ ...place, path: `${path}.${place.path}` }] : []),
  ]
}

function placeOf(button: TemplateButton): FieldError | undefined {
  switch (button.kind) {
    case 'quick_reply':
      return undefined
    case 'url':
      return checkUrl(button.url)
    case 'phone': {
      const isNumber = button.phone.length <= limits.phone && toE164(button.phone) !== undefined
      const message = 'Enter the number with its country code, such as +34 612 345 678.'
      return isNumber ? undefined : { path: 'phone', code: 'not_a_phone', message }
    }
    default: {
      const never: never = button
      return never
    }
  }
}

function checkUrl(url: string): FieldError | undefined {
  const refuse = (code: string, message: string): FieldError => ({ path: 'url', code, message })
  const variables = placeholdersIn(url)
  const bare = variables.reduce((text, { raw }) => text.replace(raw, ''), url)
  if (url.length > limits.url) return refuse('too_long', `An address has ${limits.url} characters at most.`)
  if (!/^https?:\/\/[^\s{}]+$/i.test(bare) || !URL.canParse(bare)) {
    return refuse('not_a_url', 'Enter an address that begins with https://.')
  }
  if (/^https?:\/\/(www\.)?(wa\.me|api\.whatsapp\.com)\b/i.test(bare)) {
    return refuse('url_not_allowed', 'WhatsApp takes no button that leads to WhatsApp.')
  }
  const [first] = variables
  const isAtEnd = variables.length === 0 || (variables.length === 1 && first && url.endsWith(first.raw))
  return isAtEnd ? undefined : refuse('variable_not_at_end', 'An address takes one variable, as the last thing in it.')
}
