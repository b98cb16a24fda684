-- A message goes on living after it was said: people react to it, edit it, take it back, and answer it.

alter table conversations.message
  -- phone_app: written in WhatsApp's own app on the business's phone, beside Frontdesk.
  add column origin text check (origin in ('phone_app')),
  -- The message it answers, where we know it.
  add column quoted_id uuid,
  -- How it stands by what came about it: [{by, emoji, at}].
  add column reactions jsonb not null default '[]',
  -- {text, details} as first said, once an edit or a revocation has replaced them.
  add column original jsonb,
  add column edited_at timestamptz,
  add column revoked_at timestamptz;
create unique index message_echo_once on conversations.message (tenant_id, channel_id, provider_message_id) where origin = 'phone_app';

-- What came about a message after it was said, each once. message_id is null while nobody knows the message it is about: it
-- is parked and joined when that message comes.
create table conversations.remark (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  channel_id uuid not null,
  provider_message_id text not null,
  about_provider_id text not null,
  message_id uuid,
  kind text not null check (kind in ('reaction', 'edit', 'revoke')),
  by text not null check (by in ('customer', 'business')),
  -- A reaction's {emoji}, null for one taken back; an edit's {text, details}.
  content jsonb not null,
  at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel_id, provider_message_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id),
  foreign key (tenant_id, message_id) references conversations.message (tenant_id, id)
);
create index remark_of_message on conversations.remark (tenant_id, message_id) where message_id is not null;
create index remark_parked on conversations.remark (tenant_id, channel_id, about_provider_id) where message_id is null;
call tenancy.fence('conversations.remark');

-- A note is written by staff for staff, in the thread it is about. It goes nowhere, so it has no channel.
alter table conversations.message
  alter column channel_id drop not null,
  add constraint message_by_channel check (channel_id is not null or (kind = 'note' and direction = 'outbound'));

-- The words of a text, without accents and capitals. Punctuation parts words, so that every address is its parts.
create extension if not exists unaccent;
create extension if not exists btree_gin;
create function conversations.words_of(said text) returns tsvector
  language sql immutable parallel safe set search_path = 'public', 'pg_catalog' as $$
  select to_tsvector('simple', regexp_replace(lower(unaccent('public.unaccent', said)), '[[:punct:]]+', ' ', 'g'))
$$;
alter table conversations.message
  add column words tsvector generated always as (conversations.words_of(left(coalesce(text, ''), 20000))) stored;
-- The tenant first: a word that is common elsewhere costs nothing here.
create index message_words on conversations.message using gin (tenant_id, words);
call tenancy.open_to_definer('conversations.message');

-- Search by words, which row-level security would hide the index from: hence a definer function that names the tenant. All of
-- the words, the last of them possibly begun only; whatever they hold, they are words and no operators. Newest first, after
-- the given place in that order. Planned for the very words each time: rare ones are found by the index of words, common ones by
-- walking back from the newest.
create function conversations.search_messages(tenant uuid, asked text, most int, after_at timestamptz default null, after_id uuid default null)
  returns table (message_id uuid)
  language plpgsql stable security definer set search_path = 'public', 'pg_catalog' set plan_cache_mode = 'force_custom_plan' as $$
declare
  plain text := plainto_tsquery('simple', regexp_replace(lower(unaccent('public.unaccent', asked)), '[[:punct:]]+', ' ', 'g'))::text;
  wanted tsquery := case when plain = '' then null else (plain || ':*')::tsquery end;
begin
  if tenant is distinct from tenancy.current_tenant() or wanted is null then
    return;
  end if;
  return query
    select message.id from conversations.message message
    where message.tenant_id = tenant and message.words @@ wanted
      and (after_at is null or (message.created_at, message.id) < (after_at, after_id))
    order by message.created_at desc, message.id desc
    limit most;
end $$;
call tenancy.give_to_definer('conversations.search_messages(uuid, text, int, timestamptz, uuid)');
