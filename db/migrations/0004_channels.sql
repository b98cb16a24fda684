-- A channel is one connected number. What its provider sends is kept as the bytes that came before it is acknowledged.

create schema channels;
grant usage on schema channels to frontdesk_app, frontdesk_definer;

create table channels.channel (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  kind text not null check (kind in ('whatsapp_cloud')),
  name text not null check (length(name) between 1 and 120),
  -- Stands in the webhook's address. Unguessable, but no secret: authenticity comes from the signature.
  key text not null unique,
  settings jsonb not null,
  sealed_credentials bytea not null,
  status text not null check (status in ('connecting', 'connected', 'reauth_required', 'paused', 'disabled')),
  status_reason jsonb,
  last_event_at timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id)
);
call tenancy.fence('channels.channel');
call tenancy.open_to_definer('channels.channel');

-- Which channel does this webhook address belong to? The secret comes along sealed; only the program can open it.
create function channels.locate(channel_key text)
  returns table (tenant_id uuid, channel_id uuid, kind text, sealed_credentials bytea)
  language sql stable security definer set search_path = '' as $$
  select tenant_id, id, kind, sealed_credentials from channels.channel where key = channel_key and removed_at is null
$$;
call tenancy.give_to_definer('channels.locate(text)');

create table channels.inbound (
  tenant_id uuid not null,
  channel_id uuid not null,
  sha256 bytea not null,
  id uuid not null,
  body bytea not null,
  headers jsonb not null,
  received_at timestamptz not null,
  -- How many of its items are dealt with: one with very many is taken in over several transactions.
  items_taken int not null default 0,
  taken_at timestamptz,
  failures int not null default 0,
  retry_at timestamptz,
  last_error text,
  primary key (tenant_id, id),
  unique (tenant_id, channel_id, sha256),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
create index inbound_waiting_of_tenant on channels.inbound (tenant_id, received_at, id) where taken_at is null;
call tenancy.fence('channels.inbound');
call tenancy.open_to_definer('channels.inbound', 'select, insert');

-- Stores what several webhooks brought in one commit. The same bytes on the same channel are the same event.
create function channels.store(tenant_ids uuid[], channel_ids uuid[], digests bytea[], ids uuid[], bodies bytea[], header_sets jsonb[], times timestamptz[])
  returns void
  language sql security definer set search_path = '' as $$
  insert into channels.inbound (tenant_id, channel_id, sha256, id, body, headers, received_at)
  select tenant_id, channel_id, sha256, id, body, headers, received_at
  from unnest(tenant_ids, channel_ids, digests, ids, bodies, header_sets, times)
    as came (tenant_id, channel_id, sha256, id, body, headers, received_at)
  -- One order for all: two processes that store the same events do not wait for each other in a circle.
  order by tenant_id, channel_id, sha256
  on conflict (tenant_id, channel_id, sha256) do nothing
$$;
call tenancy.give_to_definer('channels.store(uuid[], uuid[], bytea[], uuid[], bytea[], jsonb[], timestamptz[])');

-- Whose raw rows wait to be understood? Jumps from tenant to tenant along the index, so that one tenant's backlog hides
-- nobody and costs nothing.
create function channels.tenants_waiting(at timestamptz, most int)
  returns table (tenant_id uuid)
  language sql stable security definer set search_path = '' as $$
  with recursive waiting as (
    (select inbound.tenant_id from channels.inbound where taken_at is null order by inbound.tenant_id limit 1)
    union all
    select next.tenant_id
    from waiting
    cross join lateral (
      select inbound.tenant_id from channels.inbound
      where taken_at is null and inbound.tenant_id > waiting.tenant_id
      order by inbound.tenant_id limit 1
    ) next
  )
  select waiting.tenant_id from waiting
  where exists (
    select from channels.inbound
    where inbound.tenant_id = waiting.tenant_id and taken_at is null and (retry_at is null or retry_at <= at)
  )
  limit most
$$;
call tenancy.give_to_definer('channels.tenants_waiting(timestamptz, int)');

-- Every item of every webhook, once. What was not understood, or could not be handled, keeps its content and the reason.
create table channels.inbound_item (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  channel_id uuid not null,
  inbound_id uuid not null,
  kind text not null,
  -- The provider's id, with status and timestamp where the same id comes several times.
  identity text not null,
  content jsonb,
  quarantined_because text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel_id, kind, identity),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id),
  foreign key (tenant_id, inbound_id) references channels.inbound (tenant_id, id)
);
create index inbound_item_of_inbound on channels.inbound_item (tenant_id, inbound_id);
create index inbound_item_quarantined on channels.inbound_item (tenant_id, created_at) where quarantined_because is not null;
call tenancy.fence('channels.inbound_item');
