import type { TimelineEntry } from '../../lib/api-types.ts'

/** What a fact means to a person who reads it; null for what says nothing by itself. */
export function sentenceOf({ name, details, actor }: Pick<TimelineEntry, 'name' | 'details' | 'actor'>): string | null {
  const who = actor.kind === 'member' ? (actor.name ?? 'A former colleague') : null
  switch (name) {
    case 'contacts.created':
      if (details.importId) return 'Came with an imported file'
      return who ? `${who} added this contact` : 'Was seen for the first time'
    case 'contacts.changed':
      return capital(changeOf(details, details.importId ? 'An import' : who))
    case 'contacts.merged':
      return `${who ?? 'Frontdesk'} merged another contact into this one`
    case 'contacts.unmerged':
      return `${who ?? 'Frontdesk'} separated a merged contact again`
    case 'contacts.lead_created':
      return who
        ? `${who} made this person a lead`
        : `Became a lead by ${details.source === 'post' ? 'a post' : 'an ad'}`
    case 'contacts.lead_stage_changed':
      return `${who ?? 'Frontdesk'} moved the lead from ${details.from} to ${details.to}${details.reason ? `: ${details.reason}` : ''}`
    case 'contacts.lead_changed':
      return `${who ?? 'Frontdesk'} changed ${'ownerId' in details ? 'who looks after the lead' : 'the lead'}`
    case 'contacts.consent_changed':
      return consented(details, who)
    case 'conversations.started':
      return who ? `${who} began the conversation` : 'The conversation began'
    case 'conversations.message_received':
      return 'Wrote a message'
    case 'conversations.reply_queued':
      return `${who ?? 'Frontdesk'} answered`
    case 'conversations.phone_app_wrote':
      return 'Was answered from WhatsApp on the phone'
    case 'conversations.note_written':
      return `${who ?? 'Frontdesk'} wrote a note`
    case 'conversations.message_changed':
      return remarks[`${details.by} ${details.what}`] ?? 'A message was changed'
    case 'conversations.message_status_changed':
      return details.to === 'failed' ? 'A message could not be delivered' : null
    case 'conversations.read':
    // A file coming in or being looked at is part of the message it came with.
    case 'conversations.media_changed':
    // Told once it is there, as a message that changed.
    case 'conversations.reaction_queued':
      return null
    case 'conversations.changed':
      return filed(details, who ?? 'Frontdesk')
    default:
      return capital((name.split('.')[1] ?? name).replaceAll('_', ' '))
  }
}

/** “Opted out of marketing by WhatsApp”, or who entered it. */
function consented({ to, purpose, channelKind, source }: Record<string, unknown>, who: string | null): string {
  const did = to === 'withdrawn' ? 'opted out of' : 'agreed to'
  const by = channelKind === 'whatsapp' ? 'WhatsApp' : channelKind === 'sms' ? 'SMS' : 'e-mail'
  const what = `${did} ${purpose} messages by ${by}`
  if (source === 'import') return `An imported file says that they ${what}`
  return who ? `${who} noted that they ${what}` : capital(what)
}

const remarks: Readonly<Record<string, string>> = {
  'customer reaction': 'Reacted to a message',
  'customer edit': 'Edited a message',
  'customer revoke': 'Took a message back',
  'business reaction': 'Somebody here reacted to a message',
  'business edit': 'Somebody here edited a message',
  'business revoke': 'Somebody here took a message back',
}

function changeOf(details: Record<string, unknown>, who: string | null): string {
  const fields = Array.isArray(details.fields) ? details.fields.map(String) : []
  const parts = fields.flatMap((field) => {
    if (field === 'labels') return labelsMoved(details.labels)
    if (field === 'custom') return fieldsSet(details.custom)
    if (field === 'username') return ['changed the username']
    if (details.removed === field) return [`removed ${things[field] ?? field}`]
    return [field === 'name' || field === 'notes' ? `changed the ${field}` : `added ${things[field] ?? field}`]
  })
  if (who) return `${who} ${listed(parts)}`
  return fields.includes('name')
    ? 'the name became known'
    : `${listed(fields.map((field) => things[field] ?? field))} became known`
}

const things: Readonly<Record<string, string>> = {
  phone: 'a phone number',
  email: 'an email address',
  whatsappUserId: 'a WhatsApp ID',
  username: 'a username',
}

function labelsMoved(change: unknown): string[] {
  const { from = [], to = [] } = (change ?? {}) as { from?: string[]; to?: string[] }
  const added = to.filter((label) => !from.includes(label)).map((label) => `“${label}”`)
  const gone = from.filter((label) => !to.includes(label)).map((label) => `“${label}”`)
  return [
    ...(added.length > 0 ? [`added the label ${listed(added)}`] : []),
    ...(gone.length > 0 ? [`removed the label ${listed(gone)}`] : []),
  ]
}

function fieldsSet(custom: unknown): string[] {
  const moved = Array.isArray(custom) ? (custom as { name: string; to: string | null }[]) : []
  return moved.map(({ name, to }) => (to === null ? `emptied “${name}”` : `set “${name}” to “${to}”`))
}

const standing: Readonly<Record<string, string>> = {
  open: 'reopened the conversation',
  pending: 'marked the conversation as waiting',
  snoozed: 'put the conversation off',
  resolved: 'resolved the conversation',
}

function filed(details: Record<string, unknown>, who: string): string | null {
  const to = (field: string) => (details[field] as { to?: unknown } | undefined)?.to
  const parts = [
    ...('status' in details ? [standing[String(to('status'))] ?? 'filed the conversation'] : []),
    ...('assigneeId' in details
      ? [to('assigneeId') ? 'assigned the conversation' : 'took the conversation off a desk']
      : []),
    ...('labels' in details ? ['changed the labels of the conversation'] : []),
  ]
  return parts.length > 0 ? `${who} ${listed(parts)}` : null
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? 'changed something') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export interface Told {
  readonly id: string
  readonly sentence: string
  /** The contact it happened to: the person, or one merged into them. */
  readonly contactId: string
  readonly at: string
  /** How often in a row; `at` is the last time. */
  readonly times: number
}

/** The story as it is shown: what says nothing is left out, and the same thing several times in a row is told once. */
export function tell(entries: readonly TimelineEntry[]): Told[] {
  const told: Told[] = []
  for (const entry of entries) {
    const sentence = sentenceOf(entry)
    const before = told.at(-1)
    if (sentence === null) continue
    if (before?.sentence === sentence && before.contactId === entry.contactId)
      told[told.length - 1] = { ...before, times: before.times + 1 }
    else told.push({ id: entry.id, sentence, contactId: entry.contactId, at: entry.at, times: 1 })
  }
  return told
}
