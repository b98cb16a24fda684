import { z } from 'zod'
import { NotFound } from '#lib/refusal'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { checkVariables, checkVersion } from './check.ts'
import { fillMail, fillSms, fillWhatsapp, type Values } from './fill-in.ts'
import { closestLanguage } from './languages.ts'
import type { Said } from './liquid.ts'
import { findTemplate, versionsOf } from './queries.ts'
import { readerOf } from './reader.ts'
import { withExamples } from './take-values.ts'
import { type Category, TemplateButton, type Variable, type Version } from './template.ts'
import { type Reader, sayValue } from './values.ts'

export const Preview = z
  .object({
    language: z.string(),
    whatsapp: z
      .object({
        header: z.string().nullable(),
        body: z.string(),
        footer: z.string().nullable(),
        buttons: z.array(TemplateButton),
      })
      .nullable()
      .describe('Null: not written, or written so that it can’t be filled in.'),
    email: z.object({ subject: z.string(), text: z.string(), html: z.string() }).nullable(),
    sms: z
      .object({ text: z.string(), encoding: z.enum(['gsm', 'unicode']), segments: z.number().int() })
      .nullable()
      .describe('`segments`: how many text messages it takes, which is how they are charged.'),
    problems: z
      .array(z.object({ path: z.string(), message: z.string(), code: z.string() }))
      .describe('What keeps it from being sent, field by field.'),
  })
  .meta({ id: 'TemplatePreview' })
export type Preview = z.input<typeof Preview>

export interface PreviewWish {
  readonly language?: string | undefined
  readonly values?: Readonly<Record<string, string>> | undefined
  /** Words that are not saved yet. */
  readonly draft?:
    | {
        readonly category?: Category | undefined
        readonly variables?: readonly Variable[] | undefined
        readonly version: Version
      }
    | undefined
}

/** A template as its reader gets it, with examples where no value is given, and what is wrong with it. Changes nothing. */
export async function previewTemplate(tx: Tx, id: string, wish: PreviewWish): Promise<Preview> {
  permit(tx, 'templates.read')
  const template = await findTemplate(tx, id)
  if (!template) throw new NotFound('template')
  const version = wish.draft?.version ?? (await savedVersion(tx, id, wish.language))
  const { category = template.category, variables = template.variables } = wish.draft ?? {}
  const reader = await readerOf(tx, version.language)
  const values = sayAll(variables, withExamples(variables, wish.values ?? {}), reader)
  const problems = [...checkVariables(variables), ...checkVersion({ category, variables, version })]
  return { language: version.language, ...fillAll(version, values), problems }
}

async function savedVersion(tx: Tx, id: string, language: string | undefined): Promise<Version> {
  const versions = (await versionsOf(tx, [id])).get(id) ?? []
  const closest = closestLanguage(
    versions.map((one) => one.language),
    language,
  )
  const version = versions.find((one) => one.language === closest)
  if (!version) throw new NotFound('language of this template')
  return version
}

function sayAll(variables: readonly Variable[], given: Readonly<Record<string, string>>, reader: Reader): Values {
  const said = variables.flatMap((variable): [string, Said][] => {
    const value = given[variable.name] ?? ''
    const known = sayValue(variable, value, reader) ?? sayValue({ type: 'text' }, value || variable.name, reader)
    return known ? [[variable.name, known]] : []
  })
  return Object.fromEntries(said)
}

function fillAll({ whatsapp, email, sms }: Version, values: Values): Pick<Preview, 'whatsapp' | 'email' | 'sms'> {
  return {
    whatsapp: whatsapp && orNull(() => shown(fillWhatsapp(whatsapp, values))),
    email: email && orNull(() => fillMail(email, values)),
    sms: sms && orNull(() => fillSms(sms, values)),
  }
}

function shown({ header, body, footer, buttons }: ReturnType<typeof fillWhatsapp>) {
  return { header, body, footer, buttons: [...buttons] }
}

/** What can't be filled in has a problem that says why. */
function orNull<Content>(make: () => Content): Content | null {
  try {
    return make()
  } catch {
    return null
  }
}
