import type { Variable, Version } from '../template.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { hi } from './hi.ts'
import { type Occasion, type Original, type Originals, occasions } from './occasions.ts'
import { pt } from './pt.ts'

const languages: Readonly<Record<string, Originals>> = { en, es, pt_BR: pt, hi }

export function isOccasion(name: string): name is Occasion {
  return Object.hasOwn(occasions, name)
}

/** What Frontdesk says on an occasion, in its own words, in every language it brings. */
export function originalVersions(occasion: Occasion): Version[] {
  return Object.entries(languages).map(([language, words]) => versionOf(language, words[occasion]))
}

/** Copies, so that nobody writes into the table. */
export function originalVariables(occasion: Occasion): Variable[] {
  return occasions[occasion].variables.map((variable) => ({ ...variable }))
}

function versionOf(language: string, { subject, body, sms, replies = [] }: Original): Version {
  return {
    language,
    whatsapp: { header: null, body, footer: null, buttons: replies.map((text) => ({ kind: 'quick_reply', text })) },
    email: { subject, text: body, html: null },
    sms: { text: sms },
  }
}
