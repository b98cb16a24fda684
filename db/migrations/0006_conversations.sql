-- One thread per contact. A message going out is a row before it is a call; what became of it is worked out from receipts.

create schema conversations;
grant usage on schema conversations to frontdesk_app, frontdesk_definer;

create table conversations.conversation (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  contact_id uuid not null,
  status text not null check (status in ('open', 'pending', 'snoozed', 'resolved')),
  assignee_id uuid,
  labels text[] not null default '{}',
  automation_paused_at timestamptz,
  -- The channel the customer last wrote on; replies leave by it unless another is named.
  channel_id uuid,
  unread_count int not null default 0 check (unread_count >= 0),
  last_message_id uuid,
  last_message_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, contact_id),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id),
  foreign key (tenant_id, assignee_id) references tenancy.member (tenant_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
create index conversation_newest on conversations.conversation (tenant_id, last_message_at desc, id desc);
create index conversation_by_status on conversations.conversation (tenant_id, status, last_message_at desc, id desc);
create index conversation_by_assignee on conversations.conversation (tenant_id, assignee_id, last_message_at desc, id desc);
create index conversation_unread on conversations.conversation (tenant_id, last_message_at desc, id desc) where unread_count > 0;
call tenancy.fence('conversations.conversation');
call tenancy.open_to_definer('conversations.conversation');

-- How a conversation is reached on a channel, and when the customer last wrote there: the 24-hour window runs per number.
create table conversations.reach (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  address_kind text not null check (address_kind in ('phone', 'whatsapp_user_id')),
  address text not null,
  customer_wrote_at timestamptz,
  last_inbound_provider_id text,
  primary key (tenant_id, id),
  unique (tenant_id, conversation_id, channel_id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
call tenancy.fence('conversations.reach');

create table conversations.message (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  direction text not null check (direction in ('inbound', 'outbound')),
  kind text not null,
  text text,
  details jsonb,
  status text not null check (status in ('received', 'queued', 'accepted', 'sent', 'delivered', 'read', 'played', 'failed', 'unknown', 'cancelled')),
  error jsonb,
  sender_type text not null check (sender_type in ('contact', 'member', 'assistant', 'automation', 'system')),
  sender_id uuid,
  provider_message_id text,
  -- When it was said, by the provider's clock for inbound and by ours for outbound.
  said_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
create unique index message_once on conversations.message (tenant_id, channel_id, provider_message_id) where direction = 'inbound';
create index message_of_conversation on conversations.message (tenant_id, conversation_id, id desc);
create index message_log on conversations.message (tenant_id, created_at desc, id desc);
create index message_by_status on conversations.message (tenant_id, status, created_at desc, id desc);
create index message_by_channel on conversations.message (tenant_id, channel_id, created_at desc, id desc);
call tenancy.fence('conversations.message');

alter table conversations.conversation add foreign key (tenant_id, last_message_id) references conversations.message (tenant_id, id);

-- What still has to leave. A row stays until its message has an outcome.
create table conversations.outbox (
  tenant_id uuid not null default tenancy.current_tenant(),
  message_id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  -- waiting: to be sent at due_at. sending: a call is under way, which by due_at has ended or been forgotten by a killed process.
  -- unknown: nobody knows whether it arrived, decided at due_at. held: the channel can't send, looked at again at due_at.
  state text not null check (state in ('waiting', 'sending', 'unknown', 'held')),
  due_at timestamptz not null,
  -- Why it still waits, for the person who reads the message.
  reason jsonb,
  tries int not null default 0,
  throttles int not null default 0,
  primary key (tenant_id, message_id),
  foreign key (tenant_id, message_id) references conversations.message (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id)
);
create index outbox_of_conversation on conversations.outbox (tenant_id, conversation_id, message_id);
create index outbox_due on conversations.outbox (due_at);
create index outbox_of_channel on conversations.outbox (tenant_id, channel_id);
call tenancy.fence('conversations.outbox');
call tenancy.open_to_definer('conversations.outbox');

-- Conversations whose first waiting message is due, whoever they belong to: finds what a killed process left behind. Those
-- behind the first wait for it, however long they have been due themselves.
create function conversations.due(at timestamptz, most int)
  returns table (tenant_id uuid, conversation_id uuid)
  language sql stable security definer set search_path = '' as $$
  select head.tenant_id, head.conversation_id
  from conversations.outbox head
  where head.due_at <= at and not exists (
    select from conversations.outbox earlier
    where earlier.tenant_id = head.tenant_id and earlier.conversation_id = head.conversation_id
      and earlier.message_id < head.message_id)
  order by head.due_at
  limit most
$$;
call tenancy.give_to_definer('conversations.due(timestamptz, int)');

-- One call to the provider. The row is committed before the call and its id travels with it. A message refused at the last
-- moment without a call has such a row too, so that what became of a message always stands in its attempts and receipts.
-- lost: taken as never sent, and sent anew. given_up: nobody will ever know. ended_at stays null when nobody saw the call end.
create table conversations.attempt (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  message_id uuid not null,
  channel_id uuid not null,
  number int not null,
  state text not null check (state in ('calling', 'accepted', 'refused', 'unknown', 'lost', 'given_up')),
  provider_message_id text,
  error jsonb,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, message_id, number),
  foreign key (tenant_id, message_id) references conversations.message (tenant_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
create index attempt_by_provider_id on conversations.attempt (tenant_id, channel_id, provider_message_id) where provider_message_id is not null;
create index attempt_by_start on conversations.attempt (tenant_id, channel_id, started_at);
call tenancy.fence('conversations.attempt');

-- Every receipt that came, once. attempt_id is null while nobody knows what it belongs to: it is parked and joined later.
create table conversations.receipt (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  channel_id uuid not null,
  provider_message_id text not null,
  attempt_id uuid,
  status text not null check (status in ('sent', 'delivered', 'read', 'played', 'failed')),
  at timestamptz not null,
  error jsonb,
  pricing jsonb,
  received_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel_id, provider_message_id, status, at),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id),
  foreign key (tenant_id, attempt_id) references conversations.attempt (tenant_id, id)
);
create index receipt_of_attempt on conversations.receipt (tenant_id, attempt_id) where attempt_id is not null;
create index receipt_parked on conversations.receipt (tenant_id, channel_id, provider_message_id) where attempt_id is null;
call tenancy.fence('conversations.receipt');
