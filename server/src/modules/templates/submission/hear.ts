import type { TemplateReport } from '#channels'
import type { Tx } from '#lib/tx'
import { noteNews } from './note-news.ts'
import { readCategory, readQuality, readReason, readStatus } from './read-templates.ts'

/** What WhatsApp says of a template of its own accord. */
export async function hearReport(tx: Tx, { wabaId, name, language, at, said }: TemplateReport): Promise<void> {
  const status = readStatus(said.event)
  await noteNews(tx, {
    ...{ wabaId, name, language, at: new Date(at), status },
    ...(status === undefined ? {} : { reason: readReason(said.reason) }),
    ...readCategory(said.category),
    ...readQuality(said.quality),
  })
}
