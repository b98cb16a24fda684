import pg from 'pg'
import type { Desk } from '../world/world.ts'

/** How many conversations a workspace gets; three messages each. */
export const crowd = 20_000

/**
 * Fills a workspace, statement by statement, with a busy business's years. What lists filter for (a member's conversations,
 * unassigned, pending and unread ones, failed messages, those of a second number) is rare and old: whoever walks from the newest finds
 * it last.
 */
export async function fill(ownerUrl: string, desk: Desk, channelIds: readonly [string, string]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [desk.tenantId])
    const [owner, staff] = [desk.owner, desk.staff].map(({ actor }) => (actor.kind === 'member' ? actor.id : ''))
    const [main, second] = channelIds
    const words = { $owner: owner, $staff: staff, $main: main, $second: second, $crowd: String(crowd) }
    for (const statement of statements) {
      await client.query(statement.replaceAll(/\$\w+/g, (word) => words[word as keyof typeof words] ?? word))
    }
  } finally {
    await client.end()
  }
}

/** A UUIDv7 that can be computed from a kind of row and a number, so that rows can point at each other. */
const id = (kind: number, number: string) =>
  `('018d0000-0000-7${String(kind).padStart(3, '0')}-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const [contact, conversation, message, attempt, inbound] = [1, 2, 3, 4, 5]
const past = (n: string, of = '$crowd') => `now() - (${of} - ${n}) * interval '1 minute' - interval '1 day'`

const statements: readonly string[] = [
  `insert into contacts.contact (id, name, created_at, updated_at)
   select ${id(contact, 'n')}, case when n % 500 = 0 then 'Ana López ' || n else md5(n::text) end, ${past('n')}, ${past('n')}
   from generate_series(1, $crowd) n`,
  `insert into contacts.identity (id, contact_id, kind, value, match_key, created_at)
   select gen_random_uuid(), ${id(contact, 'n')}, 'phone', '+34' || 610000000 + n, '34' || 610000000 + n, ${past('n')}
   from generate_series(1, $crowd) n`,
  `insert into contacts.identity (id, contact_id, kind, value, match_key, created_at)
   select gen_random_uuid(), ${id(contact, 'n')}, 'email', 'p' || n || '@mail.test', 'p' || n || '@mail.test', ${past('n')}
   from generate_series(1, $crowd, 2) n`,
  `insert into contacts.label (contact_id, label, contact_created_at)
   select ${id(contact, 'n')}, case when n <= 100 then 'VIP' else 'Regular' end, ${past('n')}
   from generate_series(1, $crowd, 3) n`,
  `insert into conversations.conversation (id, contact_id, status, assignee_id, channel_id, unread_count, last_message_at, created_at)
   select ${id(conversation, 'n')}, ${id(contact, 'n')},
     case when n <= 40 then 'pending' when n <= 80 then 'snoozed' when n % 10 < 8 then 'resolved' else 'open' end,
     case when n <= 60 then '$staff'::uuid when n > 120 then '$owner'::uuid end, '$main',
     case when n <= 50 then 1 else 0 end, ${past('n')}, ${past('n')}
   from generate_series(1, $crowd) n`,
  `insert into conversations.reach (id, conversation_id, channel_id, address_kind, address, customer_wrote_at)
   select gen_random_uuid(), ${id(conversation, 'n')}, '$main', 'phone', '+34' || 610000000 + n, ${past('n')}
   from generate_series(1, $crowd) n`,
  `insert into conversations.message (id, conversation_id, channel_id, direction, kind, text, status, sender_type, provider_message_id, said_at, created_at)
   select ${id(message, 'm')}, ${id(conversation, '1 + (m - 1) % $crowd')}, case when m <= 45 then '$second' else '$main' end::uuid,
     case when m % 3 = 0 then 'outbound' else 'inbound' end, 'text', md5(m::text),
     case when m % 3 > 0 then 'received' when m <= 90 then 'failed' else 'read' end,
     case when m % 3 = 0 then 'member' else 'contact' end, 'wamid.old' || m, ${past('m', '3 * $crowd')}, ${past('m', '3 * $crowd')}
   from generate_series(1, 3 * $crowd) m`,
  `update conversations.conversation c set last_message_id = ${id(message, 'n + 2 * $crowd')}
   from generate_series(1, $crowd) n where c.tenant_id = tenancy.current_tenant() and c.id = ${id(conversation, 'n')}`,
  `insert into conversations.attempt (id, message_id, channel_id, number, state, provider_message_id, started_at, ended_at)
   select ${id(attempt, 'm')}, ${id(message, 'm')}, '$main', 1, 'accepted', 'wamid.old' || m, ${past('m', '3 * $crowd')}, now()
   from generate_series(3, 3 * $crowd, 3) m`,
  `insert into conversations.receipt (id, channel_id, provider_message_id, attempt_id, status, at, received_at)
   select gen_random_uuid(), '$main', 'wamid.old' || m, ${id(attempt, 'm')}, status, now(), now()
   from generate_series(3, 3 * $crowd, 3) m, unnest(array['sent', 'delivered', 'read']) status`,
  `insert into conversations.receipt (id, channel_id, provider_message_id, status, at, received_at)
   select gen_random_uuid(), '$main', 'wamid.parked' || n, 'read', now(), now() from generate_series(1, 3000) n`,
  `insert into conversations.remark
     (id, channel_id, provider_message_id, about_provider_id, message_id, kind, by, content, at, created_at)
   select gen_random_uuid(), '$main', 'wamid.remark' || m, 'wamid.old' || m, case when m % 9 > 0 then ${id(message, 'm')} end,
     'reaction', 'customer', '{}', now(), now() from generate_series(1, $crowd) m`,
  `insert into conversations.outbox (message_id, conversation_id, channel_id, state, due_at)
   select ${id(message, 'm')}, ${id(conversation, '1 + (m - 1) % $crowd')}, '$second', 'held', now() + interval '1 hour'
   from generate_series(3, 15000, 3) m`,
  `insert into channels.inbound (tenant_id, channel_id, sha256, id, body, headers, received_at, taken_at)
   select tenancy.current_tenant(), '$main', sha256(n::text::bytea), ${id(inbound, 'n')}, repeat('x', 200)::bytea, '{}', ${past('n')}, now()
   from generate_series(1, $crowd) n`,
  `insert into channels.inbound_item (id, channel_id, inbound_id, kind, identity, created_at)
   select gen_random_uuid(), '$main', ${id(inbound, 'n')}, 'message', 'wamid.old' || n, ${past('n')} from generate_series(1, $crowd) n`,
  `insert into facts.fact (id, name, subject_id, details, actor, at)
   select gen_random_uuid(), 'contacts.changed', ${id(contact, 'n')}, '{}', '{"kind":"system"}', now() from generate_series(1, $crowd) n`,
  `insert into facts.fact (id, name, subject_id, details, actor, at)
   select gen_random_uuid(), (array['contacts.merged', 'channels.removed', 'tenancy.member_removed', 'tenancy.account_signed_in'])[n % 4 + 1],
     ${id(contact, 'n')}, '{}', jsonb_build_object('kind', 'member', 'id', ${id(contact, 'n % 40')}), ${past('n')} from generate_series(1, $crowd) n`,
  `insert into http.first_answer (id, caller_id, key, fingerprint, status, body, created_at)
   select gen_random_uuid(), '$owner', 'key' || n, '', 200, '{}', ${past('n')} from generate_series(1, 5000) n`,
  `with person as (insert into auth."user" (id, name, email)
     select gen_random_uuid(), 'Person', 'p' || n || '@$owner.test' from generate_series(1, 5000) n returning id)
   insert into auth.session (id, user_id, token, expires_at) select gen_random_uuid(), id, id::text, now() from person`,
  `insert into http.throttle (bucket, opened_at, attempts) select '$owner' || n, now(), 1 from generate_series(1, 5000) n`,
]
