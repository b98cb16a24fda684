import type { FieldError } from '#lib/refusal'
import { limits } from './limits.ts'

/** What is wrong with a template's name, by WhatsApp's rule. */
export function checkName(name: string): FieldError | undefined {
  if (name === '') return { path: 'name', code: 'empty', message: 'Give it a name.' }
  if (name.length > limits.name) {
    return { path: 'name', code: 'too_long', message: `A name has ${limits.name} characters at most.` }
  }
  if (/^[a-z0-9_]+$/.test(name)) return undefined
  return { path: 'name', code: 'name_signs', message: 'Small letters a–z, digits and underscores only.' }
}
