import { sql } from 'kysely'
import { type FieldError, InvalidInput } from '#lib/refusal'
import { storableJson } from '#lib/storable-text'
import type { Tx } from '#lib/tx'
import { checkVariables, checkVersion } from './check.ts'
import type { Category, Variable, Version } from './template.ts'

/** Refuses words that could not be sent, with the path of each: `versions.es.whatsapp.body`. */
export function refuseWrong(
  { category, variables }: { category: Category; variables: readonly Variable[] },
  versions: readonly Version[],
): void {
  const errors = [
    ...checkVariables(variables),
    ...versions.flatMap((version) => under(version.language, checkVersion({ category, variables, version }))),
    ...twice(versions),
  ]
  if (errors.length > 0) throw new InvalidInput(errors, errors.length === 1 ? errors[0]?.message : undefined)
}

/** Writes what a template says, in place of what it said in these languages. */
export async function writeVersions(tx: Tx, templateId: string, versions: readonly Version[]): Promise<void> {
  if (versions.length === 0) return
  const json = (value: object | null) => (value === null ? null : JSON.stringify(storableJson(value)))
  await tx.db
    .insertInto('templates.version')
    .values(
      versions.map(({ language, whatsapp, email, sms }) => ({
        ...{ templateId, language, changedAt: tx.now },
        ...{ whatsapp: json(whatsapp), email: json(email), sms: json(sms) },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'templateId', 'language']).doUpdateSet({
        whatsapp: sql`excluded.whatsapp`,
        email: sql`excluded.email`,
        sms: sql`excluded.sms`,
        changedAt: sql`excluded.changed_at`,
      }),
    )
    .execute()
}

function twice(versions: readonly Version[]): FieldError[] {
  const languages = versions.map(({ language }) => language)
  const again = languages.find((language, at) => languages.indexOf(language) < at)
  if (again === undefined) return []
  return [{ path: 'versions', code: 'language_twice', message: `The language “${again}” is given twice.` }]
}

function under(language: string, errors: readonly FieldError[]): FieldError[] {
  return errors.map((one) => ({ ...one, path: `versions.${language}.${one.path}` }))
}
