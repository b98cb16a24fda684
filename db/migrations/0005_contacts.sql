-- A contact is one person; identities are the ways that person writes to us.

create schema contacts;
grant usage on schema contacts to frontdesk_app, frontdesk_definer;

create table contacts.contact (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  name text check (length(name) between 1 and 200),
  -- Set when a person turned out to be another one; nothing is re-pointed, reads resolve through contacts.card.
  merged_into uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, merged_into) references contacts.contact (tenant_id, id)
);
create index contact_newest on contacts.contact (tenant_id, created_at desc, id desc);
create index contact_name_trigrams on contacts.contact using gin (name gin_trgm_ops);
call tenancy.fence('contacts.contact');
call tenancy.open_to_definer('contacts.contact');

create table contacts.identity (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('phone', 'whatsapp_user_id', 'email')),
  -- As it was typed or as the provider writes it; never rewritten.
  value text not null,
  -- One form for all spellings of the same identity, such as a Brazilian number with and without its ninth digit.
  match_key text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, match_key),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id)
);
create index identity_of_contact on contacts.identity (tenant_id, contact_id);
create index identity_value_trigrams on contacts.identity using gin (value gin_trgm_ops);
call tenancy.fence('contacts.identity');
call tenancy.open_to_definer('contacts.identity');

-- No join: what is looked up for a row stands in a subselect, so that no plan can multiply the table by itself. And `case`
-- where coalesce would be shorter: row-level security takes coalesce for a leak and leaves the index aside.
create view contacts.card with (security_invoker = true) as
  select contact.tenant_id, contact.id, case when contact.merged_into is null then contact.id else contact.merged_into end as person_id,
    case when contact.merged_into is null then contact.name
      else (select person.name from contacts.contact person where person.tenant_id = contact.tenant_id and person.id = contact.merged_into)
    end as name,
    contact.merged_into, contact.created_at,
    (select value from contacts.identity i
      where i.tenant_id = contact.tenant_id and i.kind = 'phone'
        and i.contact_id = case when contact.merged_into is null then contact.id else contact.merged_into end
      order by i.created_at, i.id limit 1) as phone,
    (select value from contacts.identity i
      where i.tenant_id = contact.tenant_id and i.kind = 'email'
        and i.contact_id = case when contact.merged_into is null then contact.id else contact.merged_into end
      order by i.created_at, i.id limit 1) as email
  from contacts.contact contact;
grant select on contacts.card to frontdesk_app;

-- Search uses trigram indexes, which row-level security hides from the planner: hence a definer function that names the tenant.
-- Whatever the words hold, they are looked for as they are; what looks like a number is also looked for by its digits alone,
-- without the zeros people dial in front. Newest first, after the given place in that order.
-- Planned for the very words each time: a plan for any words at all would read the whole table.
create function contacts.search(tenant uuid, words text, most int, after_at timestamptz default null, after_id uuid default null)
  returns table (contact_id uuid)
  language plpgsql stable security definer set search_path = 'public', 'pg_catalog' set plan_cache_mode = 'force_custom_plan' as $$
declare
  pattern text := '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  digits text := case when words ~ '^[0-9 ()+./-]+$' then ltrim(regexp_replace(words, '[^0-9]', '', 'g'), '0') else '' end;
begin
  if tenant is distinct from tenancy.current_tenant() then
    return;
  end if;
  -- From what matches to the contact, never the other way round: however common the words, the work is as long as the matches.
  return query
    with matching as materialized (
      select named.id, named.created_at
      from contacts.contact named
      where named.tenant_id = tenant and named.merged_into is null and named.name ilike pattern
      union
      select owner.id, owner.created_at
      from contacts.identity known
      join contacts.contact owner on owner.tenant_id = known.tenant_id and owner.id = known.contact_id
      where known.tenant_id = tenant and owner.merged_into is null
        and (known.value ilike pattern or (length(digits) >= 3 and known.kind = 'phone' and known.value like '%' || digits || '%'))
    )
    select matching.id from matching
    where after_at is null or (matching.created_at, matching.id) < (after_at, after_id)
    order by matching.created_at desc, matching.id desc
    limit most;
end $$;
call tenancy.give_to_definer('contacts.search(uuid, text, int, timestamptz, uuid)');
