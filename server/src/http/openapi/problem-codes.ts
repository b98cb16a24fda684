interface ProblemCode {
  readonly status: number
  /** What a program that meets it should know. */
  readonly meaning: string
}

const code = (status: number, meaning: string): ProblemCode => ({ status, meaning })

/** Every code a refusal can bear. They are part of the contract: programs decide by them, never by the sentence in `detail`. */
export const problemCodes = {
  bad_request: code(400, 'The address or the request can’t be read.'),
  upload_broke_off: code(400, 'The file did not arrive whole.'),
  bad_form: code(400, 'The form can’t be read.'),
  invalid_json: code(400, 'The body is not JSON in UTF-8.'),
  not_signed_in: code(401, 'There is no session or token, or it has ended.'),
  wrong_credentials: code(401, 'Email or password is wrong; which of them is not said.'),
  forbidden: code(403, 'The role or the token does not allow this act.'),
  foreign_origin: code(403, 'A browser sent this from a website that is not allowed to.'),
  invited_somebody_else: code(403, 'The invitation is bound to another email address.'),
  sign_in_again: code(403, 'The first step of signing in is too long ago.'),
  email_unverified: code(403, 'The other service has not confirmed the email address.'),
  oidc_cancelled: code(403, 'Nobody signed in at the other service.'),
  oidc_failed: code(403, 'Signing in by the other service did not work.'),
  sign_up_closed: code(403, 'This installation takes new accounts by invitation only.'),
  not_found: code(404, 'It does not exist, or belongs to a workspace that is not yours.'),
  already_merged: code(409, 'One of the contacts stands for another one already.'),
  channel_not_ready: code(409, 'The number is turned off or not connected.'),
  email_taken: code(409, 'There is an account with this address.'),
  given_by_whatsapp: code(409, 'An id that WhatsApp gave can’t be taken away.'),
  has_merged: code(409, 'Others were merged into this contact.'),
  idempotency_in_progress: code(409, 'The same request is being carried out; ask again after Retry-After.'),
  no_password: code(409, 'The account has no password yet.'),
  second_factor_on: code(409, 'The account asks for codes already.'),
  second_factor_off: code(409, 'The account does not ask for codes.'),
  link_first: code(409, 'An account has this address: sign in there, then link the two.'),
  linked_elsewhere: code(409, 'The other service’s sign-in belongs to another account.'),
  too_many_tokens: code(409, 'The workspace has as many tokens as it may.'),
  label_taken: code(409, 'Another label has this name.'),
  file_not_here: code(409, 'The file has not come, so it can’t be sent.'),
  nothing_to_fetch: code(409, 'The file is here, on its way, or nowhere to be had.'),
  import_not_checked: code(409, 'The file was not checked since its columns were said.'),
  import_over: code(409, 'The import is done or stopped; upload the file again.'),
  import_under_way: code(409, 'The import is at work.'),
  lead_already: code(409, 'The person is a lead already.'),
  too_many_fields: code(409, 'The workspace has as many contact fields as it may.'),
  last_owner: code(409, 'A workspace keeps at least one owner.'),
  merge_circle: code(409, 'The other contact is merged into this one.'),
  message_not_failed: code(409, 'Only a message that failed can be sent again.'),
  no_channel: code(409, 'The customer has not written on any number.'),
  not_merged: code(409, 'The contact is not merged into anybody.'),
  slug_taken: code(409, 'Another workspace has this address.'),
  window_closed: code(409, 'More than 24 hours passed since the customer wrote; only a template may be sent.'),
  not_written_to: code(409, 'The customer has not written to this number yet; only a template may be sent by it.'),
  no_address: code(409, 'Nothing is known of the customer by which this channel could reach them.'),
  not_carried: code(409, 'The channel does not carry this kind of message.'),
  phone_number_taken: code(409, 'Another channel has this number.'),
  request_too_slow: code(408, 'The request did not arrive in time.'),
  link_over: code(410, 'The link to a file has ended; ask for the file again.'),
  file_gone: code(410, 'The file was removed; upload it again.'),
  file_too_large: code(413, 'WhatsApp takes no file as large as this of its kind.'),
  body_too_large: code(413, 'The body is larger than this door takes.'),
  body_too_complex: code(413, 'The body is nested too deeply or has too many values.'),
  unsupported_media_type: code(415, 'Only application/json is taken here.'),
  invalid_input: code(422, 'Some fields can’t be used; `errors` says which and why.'),
  idempotency_key_reused: code(422, 'The Idempotency-Key was used for another request.'),
  no_file: code(422, 'The request holds no file.'),
  not_what_it_says: code(422, 'What is in the file is not what its name or type says.'),
  type_not_taken: code(422, 'WhatsApp takes no files of this type.'),
  empty_file: code(422, 'The file holds nothing.'),
  no_lines: code(422, 'The file names its columns and has no lines.'),
  not_csv: code(422, 'The file is no list in CSV.'),
  spreadsheet: code(422, 'The file is a workbook; save it as CSV.'),
  too_many_columns: code(422, 'The list has more than 200 columns.'),
  text_too_long: code(422, 'WhatsApp takes no text of this length.'),
  too_many_requests: code(429, 'An allowance is used up; ask again after Retry-After.'),
  headers_too_large: code(431, 'Address and headers together exceed 16 KiB.'),
  unexpected: code(500, 'A fault on our side. It has been written down.'),
} as const satisfies Record<string, ProblemCode>

export type ProblemCodeName = keyof typeof problemCodes

/** Codes the business uses inside only: no door lets them out. */
export const innerCodes: readonly string[] = ['no_identity']
