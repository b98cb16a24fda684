import type { Operation } from './document.ts'
import type { ProblemCodeName } from './problem-codes.ts'

const workspace = '/api/v1/w/{slug}'

/** What single doors refuse beside what all doors of their kind do. */
const particular: Readonly<Record<string, readonly ProblemCodeName[]>> = {
  'POST /api/v1/auth/sign-up': ['email_taken', 'sign_up_closed', 'not_found'],
  'POST /api/v1/auth/sign-in': ['wrong_credentials'],
  'POST /api/v1/auth/second-factor': ['sign_in_again'],
  'POST /api/v1/auth/password-reset/confirm': ['not_found'],
  'POST /api/v1/auth/email-change/confirm': ['not_found', 'email_taken'],
  'POST /api/v1/auth/oidc': ['not_found', 'not_signed_in', 'oidc_failed'],
  'GET /api/v1/auth/oidc/callback': ['not_found'],
  'POST /api/v1/account/password': ['no_password'],
  'POST /api/v1/account/email': ['no_password'],
  'DELETE /api/v1/account/sign-ins/{id}': ['not_found', 'no_password'],
  'DELETE /api/v1/account/sessions/{id}': ['not_found'],
  'POST /api/v1/account/second-factor': ['no_password', 'second_factor_on'],
  'POST /api/v1/account/second-factor/confirm': ['second_factor_on', 'second_factor_off'],
  'POST /api/v1/account/second-factor/recovery-codes': ['second_factor_off'],
  'POST /api/v1/account/second-factor/disable': ['no_password', 'second_factor_off'],
  'GET /api/v1/invitations/{token}': ['not_found'],
  'POST /api/v1/invitations/{token}/accept': ['not_found', 'invited_somebody_else'],
  'POST /api/v1/workspaces': ['slug_taken', 'idempotency_key_reused', 'idempotency_in_progress'],
  [`PATCH ${workspace}`]: ['slug_taken'],
  [`POST ${workspace}/tokens`]: ['too_many_tokens'],
  [`POST ${workspace}/channels`]: ['phone_number_taken'],
  [`PATCH ${workspace}/channels/{id}`]: ['phone_number_taken'],
  [`PATCH ${workspace}/members/{id}`]: ['last_owner'],
  [`DELETE ${workspace}/members/{id}`]: ['last_owner'],
  [`POST ${workspace}/members/{id}/hand-over`]: ['last_owner'],
  [`DELETE ${workspace}/contacts/{id}/identities/{identityId}`]: ['given_by_whatsapp'],
  [`GET ${workspace}/contacts/{id}/merge`]: ['already_merged', 'merge_circle', 'has_merged'],
  [`POST ${workspace}/contacts/{id}/merge`]: ['already_merged', 'merge_circle', 'has_merged'],
  [`POST ${workspace}/contacts/{id}/unmerge`]: ['not_merged'],
  [`POST ${workspace}/contacts/fields`]: ['too_many_fields'],
  [`PATCH ${workspace}/contacts/fields/{id}`]: ['too_many_fields'],
  [`POST ${workspace}/contacts/imports`]: ['empty_file', 'no_lines', 'not_csv', 'spreadsheet', 'too_many_columns'],
  [`POST ${workspace}/contacts/imports/{id}/check`]: ['import_over', 'import_under_way', 'file_gone'],
  [`POST ${workspace}/contacts/imports/{id}/start`]: ['import_not_checked', 'import_over', 'import_under_way'],
  [`GET ${workspace}/contacts/imports/{id}/refused-lines.csv`]: ['file_gone'],
  [`POST ${workspace}/leads`]: ['lead_already'],
  [`POST ${workspace}/conversations/{id}/messages`]: [
    'text_too_long',
    'file_not_here',
    'no_channel',
    'window_closed',
    'not_written_to',
    'not_carried',
    'no_address',
    'channel_not_ready',
    ...(['template_off', 'template_no_version', 'template_not_approved', 'no_templates_here'] as const),
  ],
  [`POST ${workspace}/conversations/{id}/notes`]: ['text_too_long'],
  [`POST ${workspace}/media`]: [
    ...(['bad_form', 'upload_broke_off', 'file_too_large', 'no_file', 'empty_file'] as const),
    ...(['not_what_it_says', 'type_not_taken'] as const),
  ],
  [`POST ${workspace}/media/{id}/fetch`]: ['nothing_to_fetch'],
  [`POST ${workspace}/conversations/{id}/handoff/take`]: ['no_handoff', 'handoff_taken'],
  [`DELETE ${workspace}/conversations/{id}/handoff`]: ['no_handoff'],
  [`POST ${workspace}/saved-replies`]: ['shortcut_taken'],
  [`PATCH ${workspace}/saved-replies/{id}`]: ['shortcut_taken'],
  [`POST ${workspace}/templates`]: ['template_name_taken'],
  [`PATCH ${workspace}/templates/{id}`]: ['template_is_original'],
  [`POST ${workspace}/templates/{id}/copy`]: ['template_name_taken'],
  [`POST ${workspace}/templates/{id}/reset`]: ['template_is_no_original'],
  [`POST ${workspace}/templates/{id}/preview`]: ['template_no_version'],
  [`POST ${workspace}/templates/{id}/submit`]: ['template_no_version', 'nothing_to_submit'],
  [`POST ${workspace}/labels`]: ['label_taken'],
  [`PATCH ${workspace}/labels/{id}`]: ['label_taken'],
  [`POST ${workspace}/messages/{id}/send-again`]: ['message_not_failed', 'window_closed', 'channel_not_ready'],
}

/** The codes an operation can answer: those of its kind, and its own. */
export function refusalsOf(name: string, operation: Operation): readonly ProblemCodeName[] {
  const [method, path = ''] = name.split(' ')
  const isWriting = method !== 'GET'
  const isMembers = path.startsWith(workspace)
  const isOpen = operation.security?.length === 0
  const hasInput =
    operation.requestBody !== undefined || (operation.parameters ?? []).some(({ name }) => name !== 'slug')
  return [
    ...(['bad_request', 'too_many_requests', 'unexpected'] as const),
    ...(isOpen ? [] : (['not_signed_in'] as const)),
    ...(isMembers ? (['forbidden', 'not_found'] as const) : []),
    ...(hasInput ? (['invalid_input'] as const) : []),
    ...(isWriting
      ? (['foreign_origin', 'invalid_json', 'body_too_large', 'body_too_complex', 'unsupported_media_type'] as const)
      : []),
    ...(isMembers && method === 'POST' ? (['idempotency_key_reused', 'idempotency_in_progress'] as const) : []),
    ...(particular[name] ?? []),
  ]
}

/** Operations that are told about above and exist no more. */
export function unknownOperations(known: readonly string[]): readonly string[] {
  return Object.keys(particular).filter((name) => !known.includes(name))
}
