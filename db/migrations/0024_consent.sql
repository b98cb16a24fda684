-- What people allow a business to send them, with the proof: a ledger in which nothing is ever changed or taken out.

create table contacts.consent (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  contact_id uuid not null,
  channel_kind text not null check (channel_kind in ('whatsapp', 'sms', 'email')),
  purpose text not null check (purpose in ('service', 'marketing')),
  state text not null check (state in ('granted', 'withdrawn')),
  -- Who says so: the person, the provider, a colleague, or a file that was imported.
  source text not null check (source in ('customer', 'provider', 'member', 'import')),
  -- What was said, or why it was entered.
  words text not null check (length(words) between 1 and 500),
  message_id uuid,
  import_id uuid,
  member_id uuid,
  -- When it was said. What was said last holds, in whatever order it came.
  at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id),
  foreign key (tenant_id, member_id) references tenancy.member (tenant_id, id)
);
-- The standing is the first row of each channel and purpose, the history all of them.
create index consent_standing on contacts.consent (tenant_id, contact_id, channel_kind, purpose, at desc, id desc);
create index consent_newest on contacts.consent (tenant_id, contact_id, at desc, id desc);
call tenancy.fence('contacts.consent', 'select, insert');

-- How a business deals with consent, and when it leaves people in peace. No row: the defaults.
create table contacts.consent_rules (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  marketing_needs_grant boolean not null default true,
  confirm_opt_out boolean not null default true,
  -- By the clock of the person written to; until the next morning when it ends before it begins.
  quiet_from time,
  quiet_to time,
  primary key (tenant_id),
  check ((quiet_from is null) = (quiet_to is null) and quiet_from is distinct from quiet_to or quiet_from is null)
);
call tenancy.fence('contacts.consent_rules', 'select, insert, update');

-- What a message is for. Quiet hours and what people said hold back all but answers in a conversation.
alter table conversations.message
  add column purpose text not null default 'conversation' check (purpose in ('conversation', 'service', 'marketing')),
  add column urgent boolean not null default false;

-- What waits for a better hour lets others past meanwhile.
alter table conversations.outbox add column steps_aside boolean not null default false;

create or replace function conversations.due(at timestamptz, most int)
  returns table (tenant_id uuid, conversation_id uuid)
  language sql stable security definer set search_path = '' as $$
  select head.tenant_id, head.conversation_id
  from conversations.outbox head
  where head.due_at <= at and not exists (
    select from conversations.outbox earlier
    where earlier.tenant_id = head.tenant_id and earlier.conversation_id = head.conversation_id
      and earlier.message_id < head.message_id and not (earlier.steps_aside and earlier.due_at > at))
  order by head.due_at
  limit most
$$;
