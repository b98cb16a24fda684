import type { FakeMeta } from '@frontdesk/fakes/meta'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks knows what is answered
  readonly body: any
}

/** A workspace of a running Frontdesk, seen by its owner over HTTP. */
export interface FirstDesk {
  readonly phoneNumberId: string
  readonly webhookUrl: string
  readonly token: string
  /** Where the workspace's part of the API begins. */
  readonly api: string
  /** A request below the workspace, such as `/conversations`. */
  ask(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>
}

const number = { phoneNumberId: '106540352242922', wabaId: '102290129340398', displayPhoneNumber: '+34 931 234 567' }
const credentials = { accessToken: 'token-of-first-desk', appSecret: 'secret-of-first-desk', verifyToken: 'verify-me' }

/** Does over HTTP what a newcomer does: signs up, opens a workspace, connects a number of the fake. */
export async function openFirstDesk(url: string, meta: FakeMeta): Promise<FirstDesk> {
  const person = { name: 'Rosa', email: 'rosa@rosa.test', password: 'correct horse' }
  const { token } = await created(`${url}/api/v1/auth/sign-up`, person)
  const place = { timezone: 'Europe/Madrid', currency: 'EUR', country: 'ES' }
  await created(`${url}/api/v1/workspaces`, { name: 'Salon Rosa', slug: 'salon-rosa', ...place }, token)

  const api = `${url}/api/v1/w/salon-rosa`
  const settings = { ...number, apiUrl: meta.url }
  const wish = { kind: 'whatsapp_cloud', name: 'Front', settings, credentials }
  const { key } = await created(`${api}/channels`, wish, token)
  const webhookUrl = `${url}/webhooks/whatsapp/${key}`
  meta.addNumber({ ...number, ...credentials, name: 'Front', webhookUrl })

  const ask: FirstDesk['ask'] = (method, path, body, headers) =>
    request(method, api + path, body, { ...headers, authorization: `Bearer ${token}` })
  return { phoneNumberId: number.phoneNumberId, webhookUrl, token, api, ask }
}

async function created(url: string, body: object, token?: string): Promise<Answer['body']> {
  const answer = await request('POST', url, body, token ? { authorization: `Bearer ${token}` } : {})
  if (answer.status !== 201) throw new Error(`${url} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

async function request(
  method: string,
  url: string,
  body: object | undefined,
  headers: Record<string, string>,
): Promise<Answer> {
  const content = body
    ? { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }
    : { headers }
  const response = await fetch(url, { method, ...content })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
