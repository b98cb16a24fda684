import type { ChatDetail, ChatRow, FaultsView, Outgoing, Person, PhoneView, Webhook } from './phone-types.ts'

const base = '/simulator/api'

/** What the server refused, in its own sentence; `field` names the box that is wrong, when one is. */
export class Refused extends Error {
  readonly status: number
  readonly field: string | null

  constructor(status: number, sentence: string, field: string | null) {
    super(sentence)
    this.status = status
    this.field = field
  }
}

export const loadPhone = () => ask<PhoneView>('GET', '/phone')
export const loadChats = (person: string) => ask<{ items: ChatRow[] }>('GET', chatsOf(person))
export const loadChat = (person: string, number: string) => ask<ChatDetail>('GET', chatOf(person, number))
export const loadWebhooks = () => ask<{ items: Webhook[] }>('GET', '/webhooks')
export const loadFaults = () => ask<FaultsView>('GET', '/faults')

export const sendMessage = (person: string, number: string, message: Outgoing) =>
  ask<{ id: string }>('POST', `${chatOf(person, number)}/messages`, message)
export const readChat = (person: string, number: string) => ask<null>('POST', `${chatOf(person, number)}/read`)
export const addPerson = (wish: { name: string; phone: string }) => ask<Person>('POST', '/customers', wish)
export const applyFault = (wish: { id: string } | { code: number }) => ask<FaultsView>('POST', '/faults', wish)
export const clearFaults = () => ask<null>('DELETE', '/faults')
export const liveUrl = `${base}/events`
/** Where a file of a chat is to be had. */
export const fileUrl = (id: string | null) => (id === null ? null : `${base}/files/${encodeURIComponent(id)}`)

const chatsOf = (person: string) => `/customers/${encodeURIComponent(person)}/chats`
const chatOf = (person: string, number: string) => `${chatsOf(person)}/${encodeURIComponent(number)}`

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const json = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(base + path, { method, ...json }).catch(() => {
    throw new Error('No connection to the server. Check that Frontdesk is running.')
  })
  if (response.ok) return response.status === 204 ? (null as T) : response.json()
  throw await refusalIn(response)
}

async function refusalIn(response: Response): Promise<Refused> {
  const problem = await response.json().catch(() => null)
  const sentence = problem?.detail ?? 'The server answered something unexpected. Try again in a moment.'
  return new Refused(response.status, sentence, problem?.errors?.[0]?.path ?? null)
}
