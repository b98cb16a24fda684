import { newTraceId } from './ids.ts'

/** A refusal in the Graph API's words. */
export interface GraphError {
  readonly httpStatus: number
  readonly code: number
  readonly subcode?: number
  readonly message: string
  readonly details?: string
}

const titles: Record<number, { title: string; httpStatus?: number }> = {
  1: { title: 'API Unknown', httpStatus: 400 },
  2: { title: 'API Service', httpStatus: 503 },
  4: { title: 'Application request limit reached' },
  10: { title: 'Application does not have permission for this action', httpStatus: 403 },
  100: { title: 'Invalid parameter' },
  190: { title: 'Error validating access token: Session has expired.', httpStatus: 401 },
  368: { title: 'Temporarily blocked for policies violations', httpStatus: 403 },
  80007: { title: 'Rate limit issues' },
  130429: { title: 'Rate limit hit', httpStatus: 429 },
  130472: { title: "User's number is part of an experiment" },
  130497: { title: 'Business account is restricted from messaging users in this country.', httpStatus: 403 },
  131000: { title: 'Something went wrong', httpStatus: 500 },
  131005: { title: 'Access denied', httpStatus: 403 },
  131008: { title: 'Required parameter is missing' },
  131009: { title: 'Parameter value is not valid' },
  131016: { title: 'Service unavailable', httpStatus: 503 },
  131021: { title: 'Recipient cannot be sender' },
  131026: { title: 'Message undeliverable' },
  131030: { title: 'Recipient phone number not in allowed list' },
  131031: { title: 'Account has been locked', httpStatus: 403 },
  131042: { title: 'Business eligibility payment issue' },
  131047: { title: 'Re-engagement message' },
  131048: { title: 'Spam rate limit hit' },
  131049: { title: 'Message not delivered to maintain healthy ecosystem engagement' },
  131050: { title: 'User has stopped receiving marketing messages' },
  131052: { title: 'Media download error' },
  131053: { title: 'Media upload error' },
  131051: { title: 'Unsupported message type' },
  131056: { title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { title: 'Account in maintenance mode', httpStatus: 500 },
  132001: { title: 'Template name does not exist in the translation', httpStatus: 404 },
  132000: { title: 'Number of parameters does not match the expected number of params' },
  132012: { title: 'Parameter format does not match format in the created template' },
  132015: { title: 'Template is Paused' },
  132016: { title: 'Template is Disabled' },
  132018: { title: 'Parameter value is not valid' },
  133010: { title: 'Phone number not registered' },
}

/** The error Meta would answer for this code; an unlisted code reads as an unknown one. */
export function graphError(code: number, details?: string, httpStatus?: number): GraphError {
  const known = titles[code]
  return {
    httpStatus: httpStatus ?? known?.httpStatus ?? 400,
    code,
    message: `(#${code}) ${known?.title ?? 'Unknown error'}`,
    ...(details === undefined ? {} : { details }),
  }
}

/** What Meta says of an object that is not there or not this token's to see. */
export function noSuchObject(method: string, id: string): GraphError {
  const message =
    `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to ` +
    'missing permissions, or does not support this operation.'
  return { httpStatus: 400, code: 100, subcode: 33, message }
}

export function asGraphBody(error: GraphError): object {
  return {
    error: {
      message: error.message,
      type: error.subcode === 33 ? 'GraphMethodException' : 'OAuthException',
      code: error.code,
      ...(error.subcode === undefined ? {} : { error_subcode: error.subcode }),
      ...(error.details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details: error.details } }),
      fbtrace_id: newTraceId(),
    },
  }
}
