-- People and automation work in one thread: who asked for a person, when automation stands back, and what staff write again
-- and again.

alter table conversations.conversation
  -- Grows with everything a person does that automation has to know of before it says more.
  add column epoch int not null default 0,
  add column automation_paused_for text check (automation_paused_for in ('reply', 'hand', 'handoff')),
  add column automation_paused_by uuid,
  -- When it goes on by itself; null while it is not paused, or waits for somebody to resume it.
  add column automation_resumes_at timestamptz,
  add column handoff_requested_at timestamptz,
  add column handoff_reason text check (length(handoff_reason) between 1 and 1000),
  add column handoff_by_kind text check (handoff_by_kind in ('customer', 'member', 'api', 'assistant', 'automation')),
  -- The member who asked, or in whose name a program did.
  add column handoff_by uuid,
  add column handoff_taken_at timestamptz,
  -- Null with a time: somebody answered in WhatsApp's own app.
  add column handoff_taken_by uuid,
  add foreign key (tenant_id, automation_paused_by) references tenancy.member (tenant_id, id),
  add foreign key (tenant_id, handoff_by) references tenancy.member (tenant_id, id),
  add foreign key (tenant_id, handoff_taken_by) references tenancy.member (tenant_id, id),
  add check ((handoff_requested_at is null) = (handoff_reason is null)),
  add check ((handoff_requested_at is null) = (handoff_by_kind is null)),
  add check (handoff_requested_at is not null or handoff_taken_at is null),
  add check (handoff_taken_at is not null or handoff_taken_by is null);

-- Whoever writes the row: what was begun before a person stepped in belongs to an epoch that is past.
create function conversations.keep_epoch() returns trigger language plpgsql set search_path = '' as $$
begin
  new.epoch := old.epoch + 1;
  if new.automation_paused_at is null then
    new.automation_paused_for := null;
    new.automation_paused_by := null;
    new.automation_resumes_at := null;
  end if;
  return new;
end $$;
create trigger keep_epoch before update on conversations.conversation
  for each row when (
    old.assignee_id is distinct from new.assignee_id
    or (old.automation_paused_at is null) <> (new.automation_paused_at is null)
    or old.handoff_requested_at is distinct from new.handoff_requested_at
    or old.handoff_taken_at is distinct from new.handoff_taken_at)
  execute function conversations.keep_epoch();

create index conversation_handoff on conversations.conversation (tenant_id, handoff_requested_at, id)
  where handoff_requested_at is not null and handoff_taken_at is null;
create index conversation_resuming on conversations.conversation (automation_resumes_at) where automation_resumes_at is not null;

-- Conversations in which automation goes on by now, whoever they belong to.
create function conversations.resuming(at timestamptz, most int)
  returns table (tenant_id uuid, conversation_id uuid)
  language sql stable security definer set search_path = '' as $$
  select paused.tenant_id, paused.id from conversations.conversation paused
  where paused.automation_resumes_at <= at
  order by paused.automation_resumes_at
  limit most
$$;
call tenancy.give_to_definer('conversations.resuming(timestamptz, int)');

-- What a workspace decided about its inbox. Without a row everything is as it comes.
create table conversations.setting (
  tenant_id uuid primary key default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  -- So many hours after the last reply of staff; null: never by itself.
  automation_resumes_after int check (automation_resumes_after between 1 and 720)
);
call tenancy.fence('conversations.setting');

-- An automatic message leaves only in the epoch it was written in. Null: a person wrote it.
alter table conversations.message add column epoch int;

-- cancelled: it may not be sent any more, and nobody asked the provider.
alter table conversations.attempt drop constraint attempt_state_check;
alter table conversations.attempt add constraint attempt_state_check
  check (state in ('calling', 'accepted', 'refused', 'unknown', 'lost', 'given_up', 'cancelled'));

-- What staff write again and again, under a short word.
create table conversations.saved_reply (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  member_id uuid not null,
  shortcut text not null check (length(shortcut) between 1 and 32),
  text text not null check (length(text) between 1 and 4096),
  -- Null while it is for whoever made it alone.
  shared_at timestamptz,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references tenancy.member (tenant_id, id)
);
create unique index saved_reply_own on conversations.saved_reply (tenant_id, member_id, shortcut) where shared_at is null;
create unique index saved_reply_shared on conversations.saved_reply (tenant_id, shortcut) where shared_at is not null;
call tenancy.fence('conversations.saved_reply');

-- What is paused already goes on as if it had been paused under the new rule. The owner reads all tenants for as long as its
-- own fence is open.
alter table conversations.conversation no force row level security;
update conversations.conversation set
  automation_paused_for = 'reply', automation_resumes_at = greatest(automation_paused_at + interval '24 hours', now())
  where automation_paused_at is not null;
alter table conversations.conversation force row level security;
