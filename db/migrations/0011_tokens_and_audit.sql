-- Programs act for the member who let them in, under scopes; and who answers for a business can read who did what, and from where.

-- The token is known to its bearer alone: here is only its hash, and its last characters to know it again by.
create table tenancy.token (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  scopes text[] not null check (cardinality(scopes) > 0),
  token_hash bytea not null unique check (length(token_hash) = 32),
  hint text not null,
  made_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  last_used_from text,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, made_by) references tenancy.member (tenant_id, id),
  foreign key (tenant_id, revoked_by) references tenancy.member (tenant_id, id),
  check (revoked_by is null or revoked_at is not null)
);
create index token_live on tenancy.token (tenant_id, id) where revoked_at is null;
call tenancy.fence('tenancy.token', 'select, insert, update');
call tenancy.open_to_definer('tenancy.token');

-- Whose token is this, and what is its maker here by now? Asked at every request, before a tenant is set.
create function tenancy.locate_token(hash bytea)
  returns table (tenant_id uuid, slug text, token_id uuid, member_id uuid, user_id uuid, role text, scopes text[], expires_at timestamptz, last_used_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select token.tenant_id, workspace.slug, token.id, member.id, member.user_id, member.role, token.scopes, token.expires_at, token.last_used_at
  from tenancy.token token
  join tenancy.member member on member.tenant_id = token.tenant_id and member.id = token.made_by
  join tenancy.workspace workspace on workspace.tenant_id = token.tenant_id
  where token.token_hash = hash and token.revoked_at is null and member.removed_at is null
$$;
call tenancy.give_to_definer('tenancy.locate_token(bytea)');

-- What the audit log calls things by, those that are no more included.
create view tenancy.token_title with (security_invoker = true) as
  select tenant_id, id, name from tenancy.token;
create view tenancy.invitation_title with (security_invoker = true) as
  select tenant_id, id, email, role from tenancy.invitation;
create view channels.channel_title with (security_invoker = true) as
  select tenant_id, id, name from channels.channel;
grant select on tenancy.token_title, tenancy.invitation_title, channels.channel_title to frontdesk_app;

-- From where somebody acted: address and device. Nothing of the system's own acts, and so nothing of what customers write.
alter table facts.fact add column origin jsonb;

-- Which facts the audit log leaves out: what is said in conversations, what the system files away for customers by itself, and
-- each single line of an import, which stands there as a whole. Everything else is in it, so that a new fact can't be forgotten.
create function facts.is_audited(name text, actor_kind text, details jsonb) returns boolean language sql immutable parallel safe as $$
  select case
    when name in (
      'conversations.started', 'conversations.message_received', 'conversations.reply_queued', 'conversations.reaction_queued',
      'conversations.message_status_changed', 'conversations.message_changed', 'conversations.phone_app_wrote',
      'conversations.note_written', 'conversations.read'
    ) then false
    when name in ('contacts.created', 'contacts.changed') then actor_kind <> 'system' and not details ? 'importId'
    when name = 'contacts.import_changed'
      then actor_kind <> 'system' or coalesce(details ->> 'state' in ('done', 'failed', 'cancelled'), false)
    when name = 'conversations.changed' then actor_kind <> 'system'
    else true
  end
$$;

-- What a fact is about, as people look for it.
create function facts.area_of(name text) returns text language sql immutable parallel safe as $$
  select case
    when name like 'tenancy.member%' or name like 'tenancy.invitation%' then 'members'
    when name like 'tenancy.token%' then 'tokens'
    when name like 'tenancy.account%' then 'accounts'
    when name like 'tenancy.%' then 'workspace'
    else split_part(name, '.', 1)
  end
$$;

-- Columns of their own: row-level security keeps an index on an expression over jsonb out of use. Whoever has no id, as the
-- system, has the nil one: along `is null` no index is read in order.
alter table facts.fact
  add column actor_id uuid not null generated always as (coalesce((actor ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000')) stored,
  add column area text not null generated always as (facts.area_of(name)) stored,
  add column audited boolean not null generated always as (facts.is_audited(name, actor ->> 'kind', details)) stored;
create index fact_audited on facts.fact (tenant_id, at, id) where audited;
create index fact_audited_by_actor on facts.fact (tenant_id, actor_id, at, id) where audited;
create index fact_audited_by_area on facts.fact (tenant_id, area, at, id) where audited;
create index fact_audited_by_subject on facts.fact (tenant_id, subject_id, at, id) where audited;
