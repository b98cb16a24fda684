-- People come in files and go out in files, carry what this business wants to know of them, and some may become customers.

-- The name WhatsApp shows where it hides the number. It may change hands any day and identifies nobody.
alter table contacts.contact add column username text check (length(username) between 1 and 100);
create index contact_username_trigrams on contacts.contact using gin (username gin_trgm_ops);

-- What this business wants to know of people. Archived, never deleted: what was written down stays.
create table contacts.field (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes_no')),
  choices text[] not null default '{}',
  place int not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (tenant_id, id),
  check ((kind = 'choice') = (cardinality(choices) > 0))
);
create unique index field_name_once on contacts.field (tenant_id, lower(name)) where archived_at is null;
call tenancy.fence('contacts.field', 'select, insert, update');

-- One written form for each kind. The match key is a column, for row-level security hides indexes over functions; the
-- contact's time, which never changes, stands here so that people are read in the order of the list.
create table contacts.field_value (
  tenant_id uuid not null default tenancy.current_tenant(),
  contact_id uuid not null,
  field_id uuid not null,
  value text not null check (length(value) between 1 and 500),
  match_key text generated always as (lower(left(value, 100))) stored,
  contact_created_at timestamptz not null,
  primary key (tenant_id, contact_id, field_id),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id),
  foreign key (tenant_id, field_id) references contacts.field (tenant_id, id)
);
create index field_value_newest on contacts.field_value (tenant_id, field_id, match_key, contact_created_at desc, contact_id desc);
call tenancy.fence('contacts.field_value');
call tenancy.open_to_definer('contacts.field_value');

create table contacts.import (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  bytes int not null,
  encoding text not null check (encoding in ('utf-8', 'utf-16le', 'utf-16be', 'windows-1252')),
  delimiter text not null check (length(delimiter) = 1),
  -- What the columns are taken for, chosen by whoever imports.
  plan jsonb,
  state text not null check (state in ('uploaded', 'checking', 'checked', 'importing', 'done', 'failed', 'cancelled')),
  failure text check (length(failure) between 1 and 500),
  lines int not null default 0,
  -- How many of them are dealt with: a chunk and its position commit together.
  position int not null default 0,
  made int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  refused int not null default 0,
  duplicates int not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  moved_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references tenancy.member (tenant_id, id)
);
create index import_newest on contacts.import (tenant_id, created_at desc, id desc);
create index import_at_work on contacts.import (moved_at) where state in ('checking', 'importing');
call tenancy.fence('contacts.import', 'select, insert, update');
call tenancy.open_to_definer('contacts.import');

-- What was uploaded, sealed; goes when its time is over.
create table contacts.import_file (
  tenant_id uuid not null default tenancy.current_tenant(),
  import_id uuid not null,
  content bytea not null,
  remove_at timestamptz not null,
  primary key (tenant_id, import_id),
  foreign key (tenant_id, import_id) references contacts.import (tenant_id, id)
);
create index import_file_over on contacts.import_file (remove_at);
call tenancy.fence('contacts.import_file');
call tenancy.open_to_definer('contacts.import_file');

create table contacts.import_refusal (
  tenant_id uuid not null default tenancy.current_tenant(),
  import_id uuid not null,
  line int not null,
  column_name text,
  excerpt text,
  code text not null,
  -- What the sentence needs beside the code, such as the line that came first.
  about text,
  primary key (tenant_id, import_id, line),
  foreign key (tenant_id, import_id) references contacts.import (tenant_id, id)
);
call tenancy.fence('contacts.import_refusal');

-- Imports a killed process left behind, and files whose time is over. Asked before a tenant is known.
create function contacts.imports_due(at timestamptz, still_since timestamptz, most int)
  returns table (tenant_id uuid, import_id uuid, what text)
  language sql stable security definer set search_path = '' as $$
  (select stalled.tenant_id, stalled.id, 'resume' from contacts.import stalled
    where stalled.state in ('checking', 'importing') and stalled.moved_at <= still_since order by stalled.moved_at limit most)
  union all
  (select over.tenant_id, over.import_id, 'remove' from contacts.import_file over
    where over.remove_at <= at order by over.remove_at limit most)
$$;
call tenancy.give_to_definer('contacts.imports_due(timestamptz, timestamptz, int)');

-- Somebody who may become a customer. Where they first came from stays, whatever comes later.
create table contacts.lead (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  contact_id uuid not null,
  stage text not null check (stage in ('new', 'contacted', 'qualified', 'won', 'lost')),
  stage_changed_at timestamptz not null,
  source text not null check (source in ('ad', 'post', 'website', 'import', 'call', 'referral', 'walk_in', 'by_hand', 'other')),
  -- The headline of the advertisement, its id, its address.
  source_details jsonb,
  owner_id uuid,
  value_amount bigint check (value_amount >= 0),
  value_currency char(3),
  lost_reason text check (length(lost_reason) between 1 and 300),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, contact_id),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id),
  foreign key (tenant_id, owner_id) references tenancy.member (tenant_id, id),
  check ((value_amount is null) = (value_currency is null)),
  check (lost_reason is null or stage = 'lost')
);
create index lead_newest on contacts.lead (tenant_id, created_at desc, id desc);
create index lead_of_stage on contacts.lead (tenant_id, stage, created_at desc, id desc);
create index lead_of_owner on contacts.lead (tenant_id, owner_id, created_at desc, id desc);
create index lead_of_source on contacts.lead (tenant_id, source, created_at desc, id desc);
call tenancy.fence('contacts.lead', 'select, insert, update');

-- As before, and the username.
create or replace view contacts.card with (security_invoker = true) as
  select contact.tenant_id, contact.id, case when contact.merged_into is null then contact.id else contact.merged_into end as person_id,
    case when contact.merged_into is null then contact.name
      else (select person.name from contacts.contact person where person.tenant_id = contact.tenant_id and person.id = contact.merged_into)
    end as name,
    contact.merged_into, contact.created_at,
    coalesce(
      (select value from contacts.identity i
        where i.tenant_id = contact.tenant_id and i.kind = 'phone'
          and i.contact_id = case when contact.merged_into is null then contact.id else contact.merged_into end
        order by i.created_at, i.id limit 1),
      (select (select value from contacts.identity i
          where i.tenant_id = twin.tenant_id and i.kind = 'phone' and i.contact_id = twin.id order by i.created_at, i.id limit 1) as value
        from contacts.contact twin
        where twin.tenant_id = contact.tenant_id
          and twin.merged_into = case when contact.merged_into is null then contact.id else contact.merged_into end
        order by value nulls last limit 1)) as phone,
    coalesce(
      (select value from contacts.identity i
        where i.tenant_id = contact.tenant_id and i.kind = 'email'
          and i.contact_id = case when contact.merged_into is null then contact.id else contact.merged_into end
        order by i.created_at, i.id limit 1),
      (select (select value from contacts.identity i
          where i.tenant_id = twin.tenant_id and i.kind = 'email' and i.contact_id = twin.id order by i.created_at, i.id limit 1) as value
        from contacts.contact twin
        where twin.tenant_id = contact.tenant_id
          and twin.merged_into = case when contact.merged_into is null then contact.id else contact.merged_into end
        order by value nulls last limit 1)) as email,
    case when contact.merged_into is null then contact.username
      else (select person.username from contacts.contact person where person.tenant_id = contact.tenant_id and person.id = contact.merged_into)
    end as username
  from contacts.contact contact;

-- As before, also by username, and on demand only among those of whom a field says something.
drop function contacts.search(uuid, text, int, timestamptz, uuid, text);
create function contacts.search(
    tenant uuid, words text, most int, after_at timestamptz default null, after_id uuid default null, wanted_label text default null,
    wanted_field uuid default null, wanted_key text default null)
  returns table (contact_id uuid)
  language plpgsql stable security definer set search_path = 'public', 'pg_catalog' set plan_cache_mode = 'force_custom_plan' as $$
declare
  pattern text := '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  handle text := '%' || replace(replace(replace(ltrim(words, '@'), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  digits text := case when words ~ '^[0-9 ()+./-]+$' then ltrim(regexp_replace(words, '[^0-9]', '', 'g'), '0') else '' end;
begin
  if tenant is distinct from tenancy.current_tenant() then
    return;
  end if;
  -- From what matches to the contact, never the other way round: however common the words, the work is as long as the matches.
  return query
    with matching as materialized (
      select named.id, named.merged_into, named.created_at
      from contacts.contact named
      where named.tenant_id = tenant and named.name ilike pattern
      union
      select called.id, called.merged_into, called.created_at
      from contacts.contact called
      where called.tenant_id = tenant and handle <> '%%' and called.username ilike handle
      union
      select owner.id, owner.merged_into, owner.created_at
      from contacts.identity known
      join contacts.contact owner on owner.tenant_id = known.tenant_id and owner.id = known.contact_id
      where known.tenant_id = tenant
        and (known.value ilike pattern or (length(digits) >= 3 and known.kind = 'phone' and known.value like '%' || digits || '%'))
    ), person as (
      select matching.id, matching.created_at from matching where matching.merged_into is null
      union
      select survivor.id, survivor.created_at
      from matching join contacts.contact survivor on survivor.tenant_id = tenant and survivor.id = matching.merged_into
    )
    select person.id from person
    where (after_at is null or (person.created_at, person.id) < (after_at, after_id))
      and (wanted_label is null
        or exists (select from contacts.label own where own.tenant_id = tenant and own.contact_id = person.id and own.label = wanted_label)
        or exists (
          select from contacts.contact twin
          join contacts.label given on given.tenant_id = tenant and given.contact_id = twin.id and given.label = wanted_label
          where twin.tenant_id = tenant and twin.merged_into = person.id))
      and (wanted_field is null
        or exists (
          select from contacts.field_value own
          where own.tenant_id = tenant and own.contact_id = person.id and own.field_id = wanted_field and own.match_key = wanted_key)
        or exists (
          select from contacts.contact twin
          join contacts.field_value given
            on given.tenant_id = tenant and given.contact_id = twin.id and given.field_id = wanted_field and given.match_key = wanted_key
          where twin.tenant_id = tenant and twin.merged_into = person.id))
    order by person.created_at desc, person.id desc
    limit most;
end $$;
call tenancy.give_to_definer('contacts.search(uuid, text, int, timestamptz, uuid, text, uuid, text)');
