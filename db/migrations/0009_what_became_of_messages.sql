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
