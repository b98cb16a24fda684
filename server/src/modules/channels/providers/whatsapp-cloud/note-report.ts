import { announce } from '#lib/facts/announce'
import type { Tx } from '#lib/tx'
import { causes } from '../../health/causes.ts'
import type { Judged } from '../../health/judged.ts'
import { keepFindings } from '../../health/keep-findings.ts'
import { loadFindings } from '../../health/queries.ts'
import { type ChannelRow, lockChannelsOfKind } from '../../queries.ts'
import type { TemplateNews } from './parse-template-news.ts'

/** What the provider says of its own accord about an account, or about one number of it. */
export interface AccountReport {
  readonly at: Date
  readonly wabaId?: string
  /** The number it is about, digits only; left out when it is about all of the account's. */
  readonly phoneDigits?: string
  readonly judged: readonly Judged[]
  readonly template?: { readonly name: string; readonly isStopped: boolean }
  /** What is said of a template, for whoever looks after templates. */
  readonly news?: TemplateNews
}

/** Keeps a report with every channel it is about, unless something newer is known. It came by the channel named. */
export async function noteReport(tx: Tx, cameBy: string, report: AccountReport): Promise<void> {
  for (const channel of await channelsOfAccount(tx, cameBy, report.wabaId)) {
    const digits = channel.settings.displayPhoneNumber.replace(/\D/g, '')
    const isAbout = report.phoneDigits === undefined || digits.endsWith(report.phoneDigits.slice(-10))
    if (isAbout) await noteFor(tx, channel, report)
  }
  const { news, wabaId, at } = report
  if (!news || wabaId === undefined) return
  const details = { ...news, wabaId, at: at.toISOString() }
  await announce(tx, 'channels.template_reported', { subjectId: cameBy, details })
}

/** The numbers of one business account; at least the channel named. */
async function channelsOfAccount(tx: Tx, id: string, wabaId: string | undefined) {
  const rows = await lockChannelsOfKind(tx, 'whatsapp_cloud')
  return rows.filter((row) => (wabaId === undefined ? row.id === id : row.settings.wabaId === wabaId))
}

async function noteFor(tx: Tx, channel: ChannelRow, { at, judged, template }: AccountReport): Promise<void> {
  const known = new Map((await loadFindings(tx, channel.id)).map((finding) => [finding.about as string, finding]))
  const news = judged.filter(({ code }) => (known.get(causes[code].about)?.checkedAt ?? at) <= at)
  const names = String(known.get('templates')?.details.names ?? '')
  await keepFindings(tx, channel, [...news, ...(template ? [judgeTemplates(names, template)] : [])])
}

const most = 20

function judgeTemplates(names: string, { name, isStopped }: NonNullable<AccountReport['template']>): Judged {
  const others = names.split(', ').filter((one) => one !== '' && one !== name)
  const stopped = isStopped ? [...others, name].slice(-most) : others
  return stopped.length > 0
    ? { code: 'templates_paused', details: { names: stopped.join(', ') } }
    : { code: 'templates_running' }
}
