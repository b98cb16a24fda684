import { recallHere, rememberHere } from '../lib/storage.ts'

// What was typed into forms when a session ended under somebody's hands: kept in this tab until they are back.
const name = 'typed'
const secret = /password|token|secret|code/i

interface Kept {
  /** Whose it is: nobody else may find it. */
  userId: string
  /** The page and the form's name → field → what was typed. */
  forms: Record<string, Record<string, string>>
}

/** Keeps what stands in the forms of this page, secrets excepted. */
export function keepTyping(userId: string): void {
  const forms: Kept['forms'] = {}
  for (const form of document.querySelectorAll<HTMLFormElement>('form[aria-label]')) {
    const typed = fieldsOf(form).filter(({ value, defaultValue }) => value !== '' && value !== defaultValue)
    if (typed.length > 0) forms[keyOf(form)] = Object.fromEntries(typed.map((field) => [field.name, field.value]))
  }
  if (Object.keys(forms).length > 0) rememberHere(name, JSON.stringify({ userId, forms } satisfies Kept))
}

/** Forgets what was kept for anybody else. */
export function forgetTypingOfOthers(userId: string): void {
  if (recallKept() && recallKept()?.userId !== userId) rememberHere(name, '')
}

/** Puts back what was kept from this form, once. */
export function restoreTyping(form: HTMLFormElement): void {
  const kept = recallKept()
  const typed = kept?.forms[keyOf(form)]
  if (!kept || !typed) return
  const { [keyOf(form)]: _, ...others } = kept.forms
  rememberHere(name, JSON.stringify({ ...kept, forms: others }))
  for (const field of fieldsOf(form)) {
    const value = typed[field.name]
    if (value === undefined) continue
    // Past React, which would otherwise not hear of it.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  const isOpenText = (field: Element) =>
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && /^(text|search|tel|url|email|number|date)$/.test(field.type))
  return ([...form.elements] as HTMLInputElement[]).filter(
    (field) => isOpenText(field) && field.name !== '' && !secret.test(field.name),
  )
}

const keyOf = (form: HTMLFormElement) => `${location.pathname} ${form.getAttribute('aria-label')}`

function recallKept(): Kept | null {
  try {
    return JSON.parse(recallHere(name) || 'null')
  } catch {
    return null
  }
}
