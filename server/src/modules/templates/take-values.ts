import type { FieldError } from '#lib/refusal'
import { howToWrite } from './check.ts'
import type { Values } from './fill-in.ts'
import { limits } from './limits.ts'
import type { Said } from './liquid.ts'
import { neededBy } from './placeholders.ts'
import { UnusableValues } from './refusals.ts'
import type { ChannelKind, Variable, Version } from './template.ts'
import { type Reader, sayValue } from './values.ts'

type Given = Readonly<Record<string, string>>

/** The values in their reader's words. Refuses, each by its name, those that are missing and those that are not of their type. */
export function takeValues(
  variables: readonly Variable[],
  { version, channel, given, reader }: { version: Version; channel: ChannelKind; given: Given; reader: Reader },
): Values {
  const needed = new Set(textsOf(version, channel).flatMap(neededBy))
  const taken: Record<string, Said> = {}
  const errors: FieldError[] = []
  for (const { name, type } of variables) {
    const value = given[name] ?? ''
    const path = `variables.${name}`
    if (value.trim() === '') {
      if (needed.has(name)) errors.push({ path, code: 'missing_variable', message: `“${name}” is missing.` })
      continue
    }
    const said = [...value].length <= limits.value ? sayValue({ type }, value, reader) : undefined
    if (said) taken[name] = said
    else errors.push({ path, code: 'not_of_type', message: `“${name}” can’t be used. ${howToWrite[type]}` })
  }
  if (errors.length > 0) throw new UnusableValues(errors)
  return taken
}

/** Values as the variables' examples have them, for those that were not given. */
export function withExamples(variables: readonly Variable[], given: Given): Given {
  return Object.fromEntries(variables.map(({ name, example }) => [name, given[name]?.trim() ? given[name] : example]))
}

function textsOf({ whatsapp, email, sms }: Version, channel: ChannelKind): string[] {
  switch (channel) {
    case 'whatsapp': {
      const urls = whatsapp?.buttons.flatMap((button) => (button.kind === 'url' ? [button.url] : [])) ?? []
      return whatsapp ? [whatsapp.header ?? '', whatsapp.body, ...urls] : []
    }
    case 'email':
      return email ? [email.subject, email.text, email.html ?? ''] : []
    case 'sms':
      return sms ? [sms.text] : []
    default: {
      const never: never = channel
      return never
    }
  }
}
