import type { Entry } from './entry.ts'
import type { Recorded } from './recorded.ts'

type Say = string | ((fact: Said) => string)

/** A fact with what its sentence needs. */
interface Said extends Pick<Recorded, 'actor' | 'subjectId'> {
  // biome-ignore lint/suspicious/noExplicitAny: each sentence knows its own fact's particulars
  readonly details: any
  readonly subject: Entry['subject']
}

/** What somebody did, as the rest of a sentence that begins with their name. A fact nobody found words for is said by its name. */
export function inWords(fact: Recorded, subject: Entry['subject']): string {
  const say = sentences[fact.name]
  if (say === undefined) return byItsName(fact.name)
  return typeof say === 'string' ? say : say({ ...fact, subject })
}

const whom = ({ subject }: Said, otherwise = 'somebody') => subject.name ?? otherwise
const called = (said: Said, what: string) => (said.subject.name === null ? what : `${what} “${said.subject.name}”`)
const isOneself = ({ actor, subjectId }: Said) => actor.id === subjectId
const list = (words: readonly string[] | undefined) => (words ?? []).join(', ')
const service = ({ details }: Said) => String(details.service ?? 'another service')

/** What the audit log says, fact by fact. Names come from the workspace of today; the particulars are those of the moment. */
const sentences: Readonly<Record<string, Say>> = {
  'tenancy.workspace_opened': 'opened the workspace',
  'tenancy.workspace_changed': 'changed the workspace’s settings',
  'tenancy.member_added': (said) =>
    isOneself(said) ? `joined as ${said.details.role}` : `added ${whom(said)} as ${said.details.role}`,
  'tenancy.member_role_changed': (said) => `changed the role of ${isOneself(said) ? 'themselves' : whom(said)}`,
  'tenancy.member_removed': (said) => (isOneself(said) ? 'left the workspace' : `removed ${whom(said)}`),
  'tenancy.invitation_made': (said) => `invited ${whom(said, 'whoever has the link')} as ${said.details.role}`,
  'tenancy.invitation_renewed': (said) => `made a new link for ${whom(said, 'an invitation')}`,
  'tenancy.invitation_revoked': (said) => `took back the invitation of ${whom(said, 'whoever has the link')}`,
  'tenancy.token_made': (said) =>
    `made ${called(said, 'the API token')} with access to ${list(said.details.scopes?.map(scopeWords))}`,
  'tenancy.token_revoked': (said) => `revoked ${called(said, 'the API token')}${becauseOf[said.details.because] ?? ''}`,
  'tenancy.account_signed_in': 'signed in',
  'tenancy.account_signed_out': 'signed out',
  'tenancy.account_password_changed': ({ details }) =>
    details.by === 'link' ? 'set a new password by a link' : 'changed their password',
  'tenancy.account_name_changed': 'changed their name',
  'tenancy.account_email_changed': 'changed their email address',
  'tenancy.account_sessions_revoked': ({ details }) => `ended ${counted(details.sessions, 'session')} of theirs`,
  'tenancy.account_second_factor_enabled': 'turned on the second factor',
  'tenancy.account_second_factor_disabled': 'turned off the second factor',
  'tenancy.account_recovery_codes_renewed': 'made new recovery codes',
  'tenancy.account_recovery_code_used': ({ details }) => `signed in with a recovery code; ${details.left} are left`,
  'tenancy.account_sign_in_linked': (said) => `linked their sign-in with ${service(said)}`,
  'tenancy.account_sign_in_unlinked': (said) => `unlinked their sign-in with ${service(said)}`,
  'channels.connected': (said) => `connected ${called(said, 'the number')}`,
  'channels.changed': (said) => `changed ${called(said, 'the number')}`,
  'channels.removed': (said) => `disconnected ${called(said, 'the number')}`,
  'channels.credentials_changed': (said) =>
    `entered new credentials for ${called(said, 'the number')}: ${credentials(said)}`,
  'channels.secret_rotated': (said) => `rotated the ${secret(said)} of ${called(said, 'the number')}`,
  'channels.former_secret_ended': (said) => `ended the former ${secret(said)} of ${called(said, 'the number')}`,
  'channels.status_changed': (said) =>
    `marked ${called(said, 'the number')} as ${statusWords[said.details.to] ?? said.details.to}${reason(said)}`,
  'channels.health_changed': (said) => `found the health of ${called(said, 'the number')} changed`,
  'contacts.created': (said) => `added the contact ${whom(said, '')}`.trimEnd(),
  'contacts.changed': (said) => `changed ${whom(said, 'a contact')}: ${list(said.details.fields?.map(fieldName))}`,
  'contacts.merged': (said) => `merged a contact into ${whom(said, 'another')}`,
  'contacts.unmerged': (said) => `separated a contact from ${whom(said, 'another')}`,
  'contacts.exported': ({ details }) => `exported ${details.filtered ? 'some' : 'all'} contacts`,
  'contacts.import_changed': ({ details }) => `${importWords[details.state] ?? 'moved on'} ${importOf(details)}`,
  'contacts.field_defined': ({ details }) => `added the contact field “${details.name}”`,
  'contacts.field_changed': ({ details }) => `changed the contact field “${details.name}”`,
  'contacts.consent_changed': (said) =>
    `${consentWords[said.details.to] ?? 'changed'} ${said.details.purpose} messages by ${said.details.channelKind} for ${whom(said, 'a contact')} (${said.details.source})`,
  'contacts.consent_rules_changed': 'changed the rules of consent',
  'contacts.lead_created': (said) => `made ${whom(said, 'a contact')} a lead`,
  'contacts.lead_stage_changed': (said) => `moved the lead ${whom(said, '')}`.trimEnd(),
  'contacts.lead_changed': (said) => `changed the lead ${whom(said, '')}`.trimEnd(),
  'conversations.changed': (said) => `filed the conversation with ${whom(said)}`,
  'templates.created': ({ details }) =>
    details.copyOf
      ? `copied the template “${details.copyOf}” to “${details.name}”`
      : `wrote the template “${details.name}”`,
  'templates.changed': ({ details }) => `changed the template “${details.name}”: ${list(details.fields)}`,
  'templates.reset': ({ details }) => `gave the template “${details.name}” its first words back`,
  'templates.submitted': ({ details }) => `gave the template “${details.name}” (${details.language}) to WhatsApp`,
  'templates.status_changed': ({ details }) =>
    `noted that the template “${details.name}” (${details.language}) is ${details.to} now${details.reason ? `: ${details.reason}` : ''}`,
  'templates.category_moved': ({ details }) =>
    `noted that WhatsApp files the template “${details.name}” (${details.language}) under ${details.to} now, no longer ${details.from}`,
  'conversations.handoff_requested': (said) => `asked for a person in the conversation with ${whom(said)}`,
  'conversations.handoff_taken': (said) => `took over the conversation with ${whom(said)}`,
  'conversations.handoff_returned': (said) => `handed back the conversation with ${whom(said)}`,
  'conversations.settings_changed': 'changed when automation goes on by itself',
  'conversations.saved_reply_saved': ({ details }) =>
    `wrote a saved reply ${details.shared ? 'for everybody' : 'of their own'}`,
  'conversations.saved_reply_deleted': ({ details }) =>
    `deleted a saved reply ${details.shared ? 'of everybody’s' : 'of their own'}`,
  'conversations.label_added': ({ details }) => `added the label “${details.name}”`,
  'conversations.label_changed': 'changed a label',
  'conversations.label_deleted': ({ details }) => `deleted the label “${details.name}”`,
  'conversations.view_saved': ({ details }) => `saved a ${details.shared ? 'view for everybody' : 'view of their own'}`,
  'conversations.view_deleted': ({ details }) =>
    `deleted a ${details.shared ? 'view of everybody’s' : 'view of their own'}`,
  'audit.exported': 'exported the audit log',
}

/** "contacts.write" as people say it. */
const scopeWords = (scope: string) =>
  scope
    .replace(/\.read$/, ' (read)')
    .replace(/\.write$/, ' (read and change)')
    .replaceAll('-', ' ')

const becauseOf: Readonly<Record<string, string>> = {
  maker_gone: ', with the member who made it',
  maker_demoted: ', as who made it may make none any more',
}

const consentWords: Readonly<Record<string, string>> = {
  granted: 'noted the consent to',
  withdrawn: 'noted the opt-out from',
}

const statusWords: Readonly<Record<string, string>> = {
  reauth_required: 'in need of a new token',
  disabled: 'turned off',
}

const importWords: Readonly<Record<string, string>> = {
  uploaded: 'uploaded',
  checking: 'checked',
  importing: 'started',
  done: 'finished',
  failed: 'gave up',
  cancelled: 'cancelled',
}

function importOf({ fileName, state, made, updated, refused }: Said['details']): string {
  const counts = state === 'done' ? `: ${made} added, ${updated} updated, ${refused} refused` : ''
  return `the import of “${fileName}”${counts}`
}

const credentialWords: Readonly<Record<string, string>> = {
  accessToken: 'access token',
  appSecret: 'app secret',
  verifyToken: 'verify token',
}

function credentials({ details }: Said): string {
  return list(details.fields?.map((field: string) => credentialWords[field] ?? field))
}

function secret({ details }: Said): string {
  return credentialWords[details.secret] ?? 'secret'
}

function reason({ details }: Said): string {
  return typeof details.reason === 'string' ? ` (${details.reason.replaceAll('_', ' ')})` : ''
}

function fieldName(field: string): string {
  return field === 'whatsappUserId' ? 'WhatsApp id' : field
}

function counted(number: number, what: string): string {
  return number === 1 ? `a ${what}` : `${number} ${what}s`
}

/** `conversations.snooze_ended` → “snooze ended (conversations)”. */
function byItsName(name: string): string {
  const [module = '', what = ''] = name.split('.')
  return `${what.replaceAll('_', ' ')} (${module})`
}
