import pg from 'pg'
import { firstNames, lastNames, oneOf, word } from './vocabulary.ts'

export interface Volume {
  readonly conversations: number
  readonly messages: number
}

/** Rows are made by the database itself, statement by statement, as its superuser: over the API it would take hours. */
export class Filling {
  readonly #client: pg.Client

  constructor(url: string) {
    this.#client = new pg.Client({ connectionString: url })
  }

  async open(): Promise<void> {
    await this.#client.connect()
    await this.#client.query('create temp table place (tenant_id uuid, channel_id uuid, member_id uuid)')
  }

  /** Fills the one workspace that is there. */
  async fillOnly(volume: Volume): Promise<void> {
    await this.#client.query(`insert into place
      select member.tenant_id, channel.id, member.id from tenancy.member member join channels.channel channel using (tenant_id)`)
    await this.#fill(volume)
  }

  /** Opens so many workspaces beside it, and fills each of them. */
  async fillNeighbours(workspaces: number, volume: Volume): Promise<void> {
    await this.#client.query('update place set member_id = null')
    await this.#client.query(
      `with copied as (
         insert into tenancy.workspace (tenant_id, slug, name, timezone, currency, country, created_at)
         select gen_random_uuid(), 'neighbour-' || n, 'Neighbour ' || n, timezone, currency, country, now()
         from generate_series(1, $1::int) n, tenancy.workspace join place using (tenant_id)
         returning tenant_id
       ), connected as (
         insert into channels.channel (tenant_id, id, kind, name, key, settings, sealed_credentials, status, created_at)
         select tenant_id, gen_random_uuid(), 'whatsapp_cloud', 'Front', tenant_id::text,
           jsonb_build_object('phoneNumberId', tenant_id::text), '', 'connected', now()
         from copied returning tenant_id, id
       ), emptied as (delete from place)
       insert into place select tenant_id, id, null from connected`,
      [workspaces],
    )
    await this.#client.query(
      'delete from place where channel_id in (select id from channels.channel where octet_length(sealed_credentials) > 0)',
    )
    await this.#fill(volume)
  }

  async #fill({ conversations, messages }: Volume): Promise<void> {
    for (const statement of statements) {
      const text = statement
        .replaceAll('$conversations', String(conversations))
        .replaceAll('$messages', String(messages))
      await this.#client.query(text)
    }
    // What autovacuum does by itself on a real server.
    await this.#client.query('vacuum analyze')
    // Else the disk is still busy with the filling while one measures.
    await this.#client.query('checkpoint')
  }

  close(): Promise<void> {
    return this.#client.end()
  }
}

/** An id that can be computed from the workspace, a kind of row and a number, so that rows can point at each other. */
const id = (kind: number, number: string) =>
  `(lpad(to_hex(${number}), 8, '0') || '-000${kind}-7' || substr(md5(place.tenant_id::text), 1, 3) || '-8' || substr(md5(place.tenant_id::text), 4, 3) || '-' || substr(md5(place.tenant_id::text), 7, 12))::uuid`
const [contact, conversation, message] = [1, 2, 3]
const ago = (n: string, of: string) => `now() - (${of} - ${n}) * interval '3 minutes' / greatest(1, ${of} / 100000)`
/** As people write: few words, and now and then a number to look up. */
const sentence = `(select string_agg(${word}, ' ') from (select random() as r, m from generate_series(1, 3 + m % 9)) said)
  || case when m % 10 = 0 then ' A' || m else '' end`

const statements: readonly string[] = [
  `insert into contacts.contact (tenant_id, id, name, created_at, updated_at)
   select tenant_id, ${id(contact, 'n')}, ${oneOf(firstNames, 'n')} || ' ' || ${oneOf(lastNames, 'n + 1')},
     ${ago('n', '$conversations')}, now()
   from place, generate_series(1, $conversations) n`,
  `insert into contacts.identity (tenant_id, id, contact_id, kind, value, match_key, created_at)
   select tenant_id, gen_random_uuid(), ${id(contact, 'n')}, 'phone', '+34' || 610000000 + n, '34' || 610000000 + n, now()
   from place, generate_series(1, $conversations) n`,
  `insert into conversations.conversation
     (tenant_id, id, contact_id, status, assignee_id, channel_id, unread_count, last_message_at, created_at)
   select tenant_id, ${id(conversation, 'n')}, ${id(contact, 'n')},
     case when n % 50 = 0 then 'pending' when n % 10 < 8 then 'resolved' else 'open' end,
     case when n % 7 = 0 then member_id end, channel_id, case when n % 200 = 0 then 2 else 0 end,
     ${ago('n', '$conversations')}, now()
   from place, generate_series(1, $conversations) n`,
  `insert into conversations.reach (tenant_id, id, conversation_id, channel_id, address_kind, address, customer_wrote_at)
   select tenant_id, gen_random_uuid(), ${id(conversation, 'n')}, channel_id, 'phone', '+34' || 610000000 + n, now()
   from place, generate_series(1, $conversations) n`,
  `insert into conversations.message
     (tenant_id, id, conversation_id, channel_id, direction, kind, text, status, sender_type, provider_message_id, said_at, created_at)
   select tenant_id, ${id(message, 'm')}, ${id(conversation, '1 + (m - 1) % $conversations')}, channel_id,
     case when m % 3 = 0 then 'outbound' else 'inbound' end, 'text', ${sentence},
     case when m % 3 > 0 then 'received' else 'read' end, case when m % 3 = 0 then 'member' else 'contact' end,
     'wamid.' || m, ${ago('m', '$messages')}, ${ago('m', '$messages')}
   from place, generate_series(1, $messages) m`,
  `update conversations.conversation set last_message_id = ${id(message, 'n + $messages - $conversations')}
   from place, generate_series(1, $conversations) n
   where conversation.tenant_id = place.tenant_id and conversation.id = ${id(conversation, 'n')}`,
]
