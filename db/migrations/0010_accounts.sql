-- People prove who they are in more than one way, get back in when they forgot, and see where they are signed in.

-- One identity at an issuer belongs to one person.
create unique index account_once on auth.account (provider_id, account_id);

-- A link sent by mail. Its token is known to the mailbox alone; asking again puts a new one in its place.
create table auth.letter (
  user_id uuid not null references auth."user" (id) on delete cascade,
  purpose text not null check (purpose in ('password_reset', 'email_change')),
  email text not null check (length(email) <= 254),
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (user_id, purpose)
);

-- The secret an authenticator shares with us, sealed. Codes of this period and earlier ones are used up.
create table auth.second_factor (
  user_id uuid primary key references auth."user" (id) on delete cascade,
  secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_period bigint not null default 0
);
create table auth.recovery_code (
  user_id uuid not null references auth.second_factor (user_id) on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
grant select, insert, update, delete on auth.letter, auth.second_factor, auth.recovery_code to frontdesk_app;

-- What a person does with their account concerns each workspace they work in, and is written down in each of them.
grant insert on facts.fact to frontdesk_definer;
create function tenancy.announce_account(
  person uuid, fact_name text, particulars jsonb, came_from jsonb, fact_ids uuid[], happened_at timestamptz
)
  returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if fact_name not like 'tenancy.account\_%' then
    raise exception 'not a fact about an account: %', fact_name;
  end if;
  insert into facts.fact (tenant_id, id, name, subject_id, details, actor, origin, at)
  select member.tenant_id, ids.id, fact_name, member.id, particulars,
    jsonb_build_object('kind', 'member', 'id', member.id, 'userId', person, 'role', member.role), came_from, happened_at
  from (
    select m.tenant_id, m.id, m.role, row_number() over (order by m.tenant_id) as place
    from tenancy.member m where m.user_id = person and m.removed_at is null
  ) member
  join unnest(fact_ids) with ordinality as ids (id, place) using (place);
end $$;
call tenancy.give_to_definer('tenancy.announce_account(uuid, text, jsonb, jsonb, uuid[], timestamptz)');

-- Attempts of long ago are swept out by their age.
create index throttle_by_age on http.throttle (opened_at);
