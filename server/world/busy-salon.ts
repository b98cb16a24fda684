import { number, salon, signIn } from './demo/salon.ts'
import { until } from './until.ts'

/** The demo's salon after a working week. */
export interface BusySalon {
  /** The pages a member has, each with something on it. */
  readonly addresses: readonly string[]
  /** Where somebody is invited to. */
  readonly invitation: string
}

type Ask = <Answer>(method: string, path: string, body?: object | string) => Promise<Answer>
type Named = { readonly id: string }
type Conversation = Named & { readonly contact: Named & { readonly name: string }; readonly lastMessage: unknown }

const patience = 20

/** Fills a running demo with something of everything that its screens show, by its own doors and the customers' phones. */
export async function fillSalon(url: string): Promise<BusySalon> {
  const ask = await asOwner(url)
  await customersWrite(url, ask)
  const { items } = await ask<{ items: Conversation[] }>('GET', '/conversations?limit=100')
  const of = (name: string) => items.find(({ contact }) => contact.name === name) ?? thrown(`nobody is called ${name}`)
  const ana = of('Ana Keller')
  await workThrough(ask, ana, of('Ben Ortiz'))
  await knowPeople(ask, ana.contact, of('Camila Rocha').contact)
  const { items: channels } = await ask<{ items: Named[] }>('GET', '/channels')
  await ask('POST', '/tokens', { name: 'Website', scopes: ['contacts.write'] })
  const { link } = await ask<{ link: string }>('POST', '/invitations', { role: 'staff', email: 'mia@else.test' })
  const importId = await importPeople(ask)
  const { items: templates } = await ask<{ items: Named[] }>('GET', '/templates')
  return {
    addresses: [
      ...['/inbox', `/inbox/${ana.id}`, '/inbox?q=time'],
      ...[
        '/contacts',
        '/contacts/new',
        `/contacts/${ana.contact.id}`,
        '/contacts/import',
        `/contacts/import/${importId}`,
      ],
      ...['/leads', '/settings/channels', '/settings/channels/new', `/settings/channels/${channels[0]?.id}`],
      ...[
        '/settings/members',
        '/settings/labels',
        '/settings/saved-replies',
        '/settings/automation',
        '/settings/contact-fields',
        '/settings/consent',
        '/settings/templates',
      ],
      ...[`/settings/templates/${templates[0]?.id}`, '/settings/tokens', '/settings/audit'],
    ].map((path) => `/w/${salon.slug}${path}`),
    invitation: new URL(link).pathname,
  }
}

/** One of each kind of message, and people enough for a list. */
async function customersWrite(url: string, ask: Ask): Promise<void> {
  const phone = `${url}/simulator/api/customers`
  const chat = (id: string) => `${phone}/${id}/chats/${number.phoneNumberId}/messages`
  const long = 'Could you tell me what balayage costs for hair down to the shoulders, and how long it takes? '.repeat(3)
  for (const said of [{ text: long }, ...kinds.map((sample) => ({ sample }))]) await send(chat('ana'), said)
  const names = [
    'Eva',
    'Fritz Müller-Lüdenscheidt von der Wiese',
    'سارة الأحمد',
    '👩🏽‍🦱 Ines 💇',
    'X'.repeat(60),
    'Jan',
  ]
  for (const [at, name] of names.entries()) {
    const { id } = await send<Named>(phone, { name, phone: `+3461200000${at}` })
    await send(chat(id), {
      text: at % 2 === 0 ? 'Do you have time tomorrow?' : 'https://rosa.example/'.padEnd(150, 'a'),
    })
  }
  await until(
    'everybody has written',
    async () => {
      const { items } = await ask<{ items: Conversation[] }>('GET', '/conversations?limit=100')
      const ana = items.find(({ contact }) => contact.name === 'Ana Keller')
      if (items.length < 10 || !ana) return false
      const thread = await ask<{ items: unknown[] }>('GET', `/conversations/${ana.id}/messages`)
      return thread.items.length > kinds.length
    },
    patience,
  )
}

const kinds = ['image', 'voice', 'document', 'location', 'contact', 'button']

async function workThrough(ask: Ask, ana: Conversation, ben: Conversation): Promise<void> {
  for (const [name, colour] of [
    ['Bridal', 'amber'],
    ['Complaint', 'red'],
    ['Regular customer who prefers mornings', 'green'],
  ])
    await ask('POST', '/labels', { name, colour })
  await ask('PATCH', `/conversations/${ana.id}`, { labels: ['Bridal', 'Regular customer who prefers mornings'] })
  await ask('POST', `/conversations/${ana.id}/notes`, { text: 'Allergic to ammonia.' })
  await ask('POST', `/conversations/${ana.id}/messages`, { text: 'From 90 €, about two hours.' })
  await ask('PATCH', `/conversations/${ben.id}`, { snoozedUntil: new Date(Date.now() + 86_400_000).toISOString() })
  await ask('POST', '/views', { name: 'Brides', shared: true, filter: { status: 'open', label: ['Bridal'] } })
}

async function knowPeople(ask: Ask, ana: Named, camila: Named): Promise<void> {
  const { id: shade } = await ask<Named>('POST', '/contacts/fields', {
    ...{ name: 'Shade', kind: 'choice', choices: ['Copper', 'Ash'] },
  })
  await ask('PATCH', `/contacts/${ana.id}`, {
    labels: ['VIP'],
    notes: 'Comes with her dog.',
    fields: { [shade]: 'Ash' },
  })
  const other = await ask<Named>('POST', '/contacts', { name: 'Ana K.', email: 'ana@keller.test' })
  await ask('POST', `/contacts/${other.id}/merge`, { into: ana.id })
  for (const [contact, stage] of [
    [ana, 'new'],
    [camila, 'contacted'],
  ] as const)
    await ask('POST', '/leads', {
      contactId: contact.id,
      stage,
      source: 'ad',
      value: { amount: 9000, currency: 'EUR' },
    })
}

/** A list that has been understood, with people to take and lines to refuse. */
async function importPeople(ask: Ask): Promise<string> {
  const lines = [
    'Name,Phone,Email',
    'Lola Más,612000111,lola@list.test',
    'Excel,4.47911E+11,',
    'Nobody,,',
    'Ñico,612000113,',
  ]
  type Import = Named & { readonly plan: { readonly columns: { readonly target: string }[] } }
  const { id, plan } = await ask<Import>('POST', '/contacts/imports?fileName=people.csv', lines.join('\n'))
  const targets = plan.columns.map(({ target }) => target)
  await ask('POST', `/contacts/imports/${id}/check`, { targets, hasHeader: true, policy: 'fill', country: 'ES' })
  return id
}

async function asOwner(url: string): Promise<Ask> {
  const { email, password } = signIn
  const { token } = await send<{ token: string }>(`${url}/api/v1/auth/sign-in`, { email, password })
  return (method, path, body) => send(`${url}/api/v1/w/${salon.slug}${path}`, body, { method, token })
}

async function send<Answer>(
  url: string,
  body?: object | string,
  { method = 'POST', token = '' }: { method?: string; token?: string } = {},
): Promise<Answer> {
  const headers = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(body ? { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' } : {}),
  }
  const content = body ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}
  const answer = await fetch(url, { method, headers, ...content })
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`)
  return (answer.status === 204 ? undefined : await answer.json()) as Answer
}

function thrown(sentence: string): never {
  throw new Error(sentence)
}
