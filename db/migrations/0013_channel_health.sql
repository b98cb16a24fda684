-- How a channel is doing, check by check; and secrets that change without an event being lost.

alter table channels.channel
  -- The secrets before the last change, sealed with the others, are accepted until then.
  add column former_app_secret_until timestamptz,
  add column former_verify_token_until timestamptz,
  -- The worst of its findings.
  add column health text not null default 'unknown' check (health in ('good', 'warning', 'bad', 'unknown')),
  add column examined_at timestamptz,
  -- Set while somebody waits for an examination.
  add column examination_asked_at timestamptz,
  add column examine_at timestamptz not null default now(),
  -- When the provider first showed this number to this channel's token: from then on it may be addressed by the number alone.
  add column number_proven_at timestamptz;

-- A number answers in one place of a workspace. Another workspace may have it, too: see docs/decisions.
create unique index channel_number on channels.channel (tenant_id, kind, (settings ->> 'phoneNumberId')) where removed_at is null;
create index channel_by_number on channels.channel ((settings ->> 'phoneNumberId')) where removed_at is null;
create index channel_by_account on channels.channel ((settings ->> 'wabaId')) where removed_at is null;
create index channel_to_examine on channels.channel (examine_at) where removed_at is null and status <> 'disabled';

-- What was found about one side of a channel when it was last looked at, and since when it has been so.
create table channels.finding (
  tenant_id uuid not null default tenancy.current_tenant(),
  channel_id uuid not null,
  about text not null,
  state text not null check (state in ('good', 'warning', 'bad', 'unknown')),
  code text not null,
  details jsonb not null,
  since timestamptz not null,
  checked_at timestamptz not null,
  primary key (tenant_id, channel_id, about),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
call tenancy.fence('channels.finding');

-- Webhooks turned away because their signature was not made with a secret of the channel. Only counted: the bytes may be anybody's.
create table channels.refused_webhook (
  tenant_id uuid not null default tenancy.current_tenant(),
  channel_id uuid not null,
  count int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
call tenancy.fence('channels.refused_webhook');

-- Which channels are to be examined again? The longest due first, whoever they belong to.
create function channels.due_for_examination(at timestamptz, most int)
  returns table (tenant_id uuid, channel_id uuid)
  language sql stable security definer set search_path = '' as $$
  select tenant_id, id from channels.channel
  where removed_at is null and status <> 'disabled' and examine_at <= at
  order by examine_at
  limit most
$$;
call tenancy.give_to_definer('channels.due_for_examination(timestamptz, int)');

-- Whose numbers does a webhook name that came by no channel's address? Only channels that showed they may use their number:
-- to write down somebody else's is not enough. The secrets come along sealed; only the program can open them.
create function channels.locate_numbers(phone_number_ids text[], waba_ids text[], most int)
  returns table (tenant_id uuid, channel_id uuid, phone_number_id text, waba_id text, sealed_credentials bytea)
  language sql stable security definer set search_path = '' as $$
  with named as (
    select found.* from unnest(phone_number_ids) as wanted (id)
    join channels.channel found on found.settings ->> 'phoneNumberId' = wanted.id and found.removed_at is null
    union
    select found.* from unnest(waba_ids) as wanted (id)
    join channels.channel found on found.settings ->> 'wabaId' = wanted.id and found.removed_at is null
  )
  select tenant_id, id, settings ->> 'phoneNumberId', settings ->> 'wabaId', sealed_credentials
  from named where number_proven_at is not null
  order by tenant_id, id
  limit most
$$;
call tenancy.give_to_definer('channels.locate_numbers(text[], text[], int)');
