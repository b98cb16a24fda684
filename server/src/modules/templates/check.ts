import type { FieldError } from '#lib/refusal'
import { checkButtons } from './check-buttons.ts'
import { limits } from './limits.ts'
import { complaintAbout } from './liquid.ts'
import { placeholdersIn } from './placeholders.ts'
import { firstBroken, type Rule, whatsappRules } from './rules.ts'
import { segmentsOf } from './segments.ts'
import type { Category, MailWords, SmsWords, Variable, Version, WhatsappWords } from './template.ts'
import { sayValue } from './values.ts'

/** What a template is, as far as it is judged. */
export interface Draft {
  readonly category: Category
  readonly variables: readonly Variable[]
  readonly version: Version
}

/** All that keeps a version from being sent, field by field: at most one complaint each. Pure. */
export function checkVersion({ category, variables, version }: Draft): FieldError[] {
  const { whatsapp, email, sms } = version
  const known = new Set(variables.map(({ name }) => name))
  if (!whatsapp && !email && !sms) {
    return [{ path: 'whatsapp', code: 'no_channel', message: 'Write the message for at least one channel.' }]
  }
  return [
    ...(whatsapp ? under('whatsapp', checkWhatsapp(whatsapp, category, known)) : []),
    ...(email ? under('email', checkMail(email, known)) : []),
    ...(sms ? under('sms', checkSms(sms, known)) : []),
  ]
}

/** What is wrong with the variables themselves: named twice, without an example, or with one that is not of its type. */
export function checkVariables(variables: readonly Variable[]): FieldError[] {
  if (variables.length > limits.variables) {
    return [{ path: 'variables', code: 'too_many_variables', message: `At most ${limits.variables} variables.` }]
  }
  const reader = { language: 'en', timezone: 'UTC', currency: 'EUR' }
  return variables.flatMap(({ name, type, example }, at) => {
    const isTwin = variables.findIndex((other) => other.name === name) < at
    if (isTwin) return [refusal(`variables.${at}.name`, 'variable_twice', `There is a variable “${name}” already.`)]
    const path = `variables.${at}.example`
    if (example.trim() === '') return [refusal(path, 'example_missing', 'Give an example: WhatsApp judges by it.')]
    return sayValue({ type }, example, reader) ? [] : [refusal(path, 'example_not_of_type', howToWrite[type])]
  })
}

/** How a value of each type is written. */
export const howToWrite: Readonly<Record<Variable['type'], string>> = {
  text: 'Enter a text.',
  name: 'Enter a name.',
  date: 'Enter a day such as 2026-11-24.',
  time: 'Enter a time such as 14:30.',
  money: 'Enter an amount such as 45.00 or 45.00 EUR.',
  url: 'Enter an address that begins with https://.',
}

type Known = ReadonlySet<string>

function checkWhatsapp(words: WhatsappWords, category: Category, known: Known): FieldError[] {
  if (category === 'AUTHENTICATION') {
    const message = 'WhatsApp writes the text of one-time codes itself. Send codes by mail or text message.'
    return [refusal('body', 'authentication_text', message)]
  }
  const { header, body, footer, buttons } = words
  const urls = buttons.flatMap((button, at) =>
    button.kind === 'url' ? checkText(`buttons.${at}.url`, button.url, [], known) : [],
  )
  const found = [
    ...(header === null ? [] : checkText('header', header, whatsappRules.header, known)),
    ...checkText('body', body, whatsappRules.body, known),
    ...(footer === null ? [] : checkText('footer', footer, whatsappRules.footer, known)),
    ...checkButtons(buttons),
  ]
  return [...found, ...urls.filter(({ path }) => !found.some((one) => one.path === path))]
}

function checkMail({ subject, text, html }: MailWords, known: Known): FieldError[] {
  return [
    ...checkText('subject', subject, mailRules.subject, known),
    ...checkText('text', text, mailRules.text, known),
    ...(html === null ? [] : checkText('html', html, [], known)),
  ]
}

function checkSms({ text }: SmsWords, known: Known): FieldError[] {
  return checkText('text', text, smsRules, known)
}

const isEmpty = (text: string) => text.trim() === ''
const mailRules: Readonly<Record<'subject' | 'text', readonly Rule[]>> = {
  subject: [
    { code: 'empty', isBroken: isEmpty, sentence: () => 'Write what the mail is about.' },
    {
      code: 'too_long',
      isBroken: (text) => [...text].length > limits.subject,
      sentence: () => `A subject has ${limits.subject} characters at most.`,
    },
    { code: 'line_break_not_here', isBroken: (text) => /[\r\n]/.test(text), sentence: () => 'A subject is one line.' },
  ],
  text: [{ code: 'empty', isBroken: isEmpty, sentence: () => 'Write what the mail says.' }],
}
const smsRules: readonly Rule[] = [
  { code: 'empty', isBroken: isEmpty, sentence: () => 'Write what the message says.' },
  {
    code: 'too_long',
    isBroken: (text) => segmentsOf(text).segments > limits.smsSegments,
    sentence: (text) =>
      `This takes ${segmentsOf(text).segments} text messages; at most ${limits.smsSegments} are joined.`,
  },
]

/** How it is written, the channel's rules, and that each variable is one. */
function checkText(path: string, text: string, rules: readonly Rule[], known: Known): FieldError[] {
  const broken = complaintAbout(text) ?? firstBroken(rules, text) ?? unknownIn(text, known)
  return broken ? [{ path, ...broken }] : []
}

function unknownIn(text: string, known: Known): { code: string; message: string } | undefined {
  const strange = placeholdersIn(text).find(({ variable }) => variable === null || !known.has(variable))
  if (!strange) return undefined
  if (strange.variable === null) {
    return { code: 'not_liquid', message: `“${strange.raw}” names no variable. Write {{ name }}, in small letters.` }
  }
  return { code: 'unknown_variable', message: `There is no variable “${strange.variable}”. Add it, or choose another.` }
}

function refusal(path: string, code: string, message: string): FieldError {
  return { path, code, message }
}

function under(prefix: string, errors: readonly FieldError[]): FieldError[] {
  return errors.map((one) => ({ ...one, path: `${prefix}.${one.path}` }))
}
