import { fill, type Said } from './liquid.ts'
import { segmentsOf } from './segments.ts'
import { type Components, componentsOf } from './submission/components.ts'
import type { MailWords, SmsWords, TemplateButton, WhatsappWords } from './template.ts'
import { inOneLine } from './values.ts'

export type Values = Readonly<Record<string, Said>>

/** A WhatsApp template as the customer sees it, and as the provider is told it. */
export interface WhatsappContent {
  readonly header: string | null
  readonly body: string
  readonly footer: string | null
  readonly buttons: readonly TemplateButton[]
  readonly components: Components
}

export interface MailContent {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface SmsContent {
  readonly text: string
  readonly encoding: 'gsm' | 'unicode'
  readonly segments: number
}

/** Fills in the WhatsApp part. Its values stand in one line each, as WhatsApp wants them. */
export function fillWhatsapp({ header, body, footer, buttons }: WhatsappWords, values: Values): WhatsappContent {
  const say = (text: string) => fillEach(text, values)
  return {
    header: header === null ? null : say(header),
    body: say(body),
    footer,
    buttons: buttons.map((button) => (button.kind === 'url' ? { ...button, url: say(button.url) } : button)),
    components: componentsOf({ header, body, buttons }, (placeholder) => say(placeholder)),
  }
}

export function fillMail({ subject, text, html }: MailWords, values: Values): MailContent {
  const said = fill(text, values, 'plain')
  return {
    subject: inOneLine(fill(subject, values, 'plain')),
    text: said,
    html: html === null ? asHtml(said) : fill(html, values, 'html'),
  }
}

export function fillSms({ text }: SmsWords, values: Values): SmsContent {
  const said = fill(text, values, 'plain')
  const { encoding, segments } = segmentsOf(said)
  return { text: said, encoding, segments }
}

/** Each placeholder by itself, so that a value's own line breaks are taken out and those of the text are not. */
function fillEach(text: string, values: Values): string {
  return text.replace(/\{\{.*?\}\}/gs, (placeholder) => inOneLine(fill(placeholder, values, 'plain')))
}

function asHtml(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
  const linked = escaped.replace(/https?:\/\/[^\s<]+[^\s<.,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`)
  const paragraphs = linked.split(/\n{2,}/).map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
  return `<div style="font-family:sans-serif;font-size:16px;line-height:1.5">${paragraphs.join('')}</div>`
}
