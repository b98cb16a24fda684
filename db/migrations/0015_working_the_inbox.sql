-- An inbox is worked through together: labels with a colour, views kept for oneself or for all, and what is put aside until a time.

alter table conversations.conversation
  -- Until when it is snoozed; null while it waits for the customer only.
  add column snoozed_until timestamptz,
  -- The last that was said came from the customer.
  add column customer_waits boolean not null default false;

-- Whoever moves a conversation: a time belongs to a snoozed one only.
create function conversations.keep_true() returns trigger language plpgsql set search_path = '' as $$
begin
  new.snoozed_until := null;
  return new;
end $$;
create trigger keep_true before update of status, snoozed_until on conversations.conversation
  for each row when (new.status <> 'snoozed' and new.snoozed_until is not null) execute function conversations.keep_true();

create index conversation_of_assignee on conversations.conversation (tenant_id, assignee_id, status, last_message_at desc, id desc);
create index conversation_by_channel on conversations.conversation (tenant_id, channel_id, last_message_at desc, id desc);
create index conversation_waiting on conversations.conversation (tenant_id, last_message_at desc, id desc) where customer_waits;
create index conversation_snoozed on conversations.conversation (snoozed_until) where snoozed_until is not null;
create index conversation_labels on conversations.conversation using gin (tenant_id, labels) where labels <> '{}';

-- Snoozed conversations whose time has come, whoever they belong to.
create function conversations.waking(at timestamptz, most int)
  returns table (tenant_id uuid, conversation_id uuid)
  language sql stable security definer set search_path = '' as $$
  select asleep.tenant_id, asleep.id from conversations.conversation asleep
  where asleep.snoozed_until <= at
  order by asleep.snoozed_until
  limit most
$$;
call tenancy.give_to_definer('conversations.waking(timestamptz, int)');

-- The conversations under all of these labels, newest activity first, which row-level security would hide the index from. The
-- other wishes stand here too, or the limit would be spent on what they leave out. Planned for the very wishes each time: rare
-- labels are found by their index, common ones by walking back from the newest.
create function conversations.under_labels(
    tenant uuid, wanted text[], most int, after_at timestamptz default null, after_id uuid default null,
    wanted_status text default null, wanted_assignee uuid default null, only_unassigned boolean default false,
    wanted_channel uuid default null, only_unread boolean default false, only_waiting boolean default false)
  returns table (conversation_id uuid)
  language plpgsql stable security definer set search_path = 'public', 'pg_catalog' set plan_cache_mode = 'force_custom_plan' as $$
begin
  if tenant is distinct from tenancy.current_tenant() then
    return;
  end if;
  return query
    select filed.id from conversations.conversation filed
    where filed.tenant_id = tenant and filed.labels @> wanted and filed.labels <> '{}'
      and (wanted_status is null or filed.status = wanted_status)
      and (wanted_assignee is null or filed.assignee_id = wanted_assignee)
      and (not only_unassigned or filed.assignee_id is null)
      and (wanted_channel is null or filed.channel_id = wanted_channel)
      and (not only_unread or filed.unread_count > 0)
      and (not only_waiting or filed.customer_waits)
      and (after_at is null or (filed.last_message_at, filed.id) < (after_at, after_id))
    order by filed.last_message_at desc, filed.id desc
    limit most;
end $$;
call tenancy.give_to_definer('conversations.under_labels(uuid, text[], int, timestamptz, uuid, text, uuid, boolean, uuid, boolean, boolean)');

-- What a workspace files conversations under. The conversation itself carries the names.
create table conversations.label (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  colour text not null check (colour in ('grey', 'red', 'amber', 'green', 'blue', 'violet')),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index label_once on conversations.label (tenant_id, lower(name));
call tenancy.fence('conversations.label');

-- A way of looking at the inbox, kept by whoever made it, for themselves or for all.
create table conversations.saved_view (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  member_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  shared_at timestamptz,
  filter jsonb not null,
  position int not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references tenancy.member (tenant_id, id)
);
create index saved_view_own on conversations.saved_view (tenant_id, member_id, position, id) where shared_at is null;
create index saved_view_shared on conversations.saved_view (tenant_id, position, id) where shared_at is not null;
call tenancy.fence('conversations.saved_view');

-- What is there already. The owner reads all tenants for as long as its own fence is open.
alter table conversations.conversation no force row level security;
alter table conversations.message no force row level security;
alter table conversations.label no force row level security;
update conversations.conversation filed set customer_waits = true
  from conversations.message last
  where last.tenant_id = filed.tenant_id and last.id = filed.last_message_id and last.direction = 'inbound';
insert into conversations.label (tenant_id, id, name, colour, created_at)
  select tenant_id, gen_random_uuid(), min(name), 'grey', now()
  from conversations.conversation cross join unnest(labels) as name
  group by tenant_id, lower(name);
alter table conversations.conversation force row level security;
alter table conversations.message force row level security;
alter table conversations.label force row level security;
