-- Pictures, voice notes and documents: what is known of each file, how it stands, and which channel has it already.

create schema media;
grant usage on schema media to frontdesk_app, frontdesk_definer;

-- The bytes lie in the file store, under the tenant and the id. A row comes first, and a file without one is nobody's.
create table media.file (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  source text not null check (source in ('customer', 'member')),
  kind text not null check (kind in ('image', 'video', 'audio', 'document', 'sticker')),
  state text not null check (state in ('pending', 'stored', 'refused', 'expired')),
  -- Why it is not kept, or still waits: a code and a sentence.
  reason jsonb,
  name text check (length(name) between 1 and 255),
  -- What it claims to be; what it was found to be.
  declared_type text check (length(declared_type) <= 255),
  type text check (length(type) between 3 and 255),
  bytes bigint not null default 0 check (bytes >= 0),
  sha256 bytea check (length(sha256) = 32),
  width int,
  height int,
  -- Null while none has been made; 0 when none can be.
  thumbnail_bytes int check (thumbnail_bytes >= 0),
  -- Where a customer's file is to be had, until when, and what it should be.
  channel_id uuid,
  provider_id text check (length(provider_id) between 1 and 512),
  expected_sha256 text check (length(expected_sha256) <= 200),
  fetch_until timestamptz,
  tries int not null default 0,
  -- When something is next to be done about it, should the job for it have been lost.
  due_at timestamptz,
  -- An upload that no message has taken by then goes.
  remove_at timestamptz,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id),
  check (state <> 'stored' or (type is not null and sha256 is not null)),
  check (state in ('pending', 'stored') or reason is not null)
);
create index file_due on media.file (due_at) where due_at is not null;
create index file_to_remove on media.file (remove_at) where remove_at is not null;
create index file_bytes on media.file (tenant_id) include (bytes, thumbnail_bytes) where state = 'stored';
call tenancy.fence('media.file');
call tenancy.open_to_definer('media.file');

-- What a workspace keeps, for whoever counts it.
create view media.usage with (security_invoker = true) as
  select tenant_id, count(*) as files, sum(bytes + case when thumbnail_bytes is null then 0 else thumbnail_bytes end)::bigint as bytes
  from media.file where state = 'stored' group by tenant_id;
grant select on media.usage to frontdesk_app;

-- A file is given to a channel's provider once, and sent by its id there for as long as that is good.
create table media.upload (
  tenant_id uuid not null default tenancy.current_tenant(),
  file_id uuid not null,
  channel_id uuid not null,
  provider_id text not null check (length(provider_id) between 1 and 512),
  good_until timestamptz not null,
  uploaded_at timestamptz not null,
  primary key (tenant_id, file_id, channel_id),
  foreign key (tenant_id, file_id) references media.file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
call tenancy.fence('media.upload');

-- Files about which something is due, whoever they belong to. Asked before a tenant is known.
create function media.due(at timestamptz, most int)
  returns table (tenant_id uuid, file_id uuid, what text)
  language sql stable security definer set search_path = '' as $$
  (select waiting.tenant_id, waiting.id, case waiting.state when 'pending' then 'fetch' else 'prepare' end
    from media.file waiting where waiting.due_at <= at order by waiting.due_at limit most)
  union all
  (select over.tenant_id, over.id, 'remove' from media.file over where over.remove_at <= at order by over.remove_at limit most)
$$;
call tenancy.give_to_definer('media.due(timestamptz, int)');

alter table conversations.message
  add column media_id uuid,
  add foreign key (tenant_id, media_id) references media.file (tenant_id, id);
create index message_by_media on conversations.message (tenant_id, media_id) where media_id is not null;
