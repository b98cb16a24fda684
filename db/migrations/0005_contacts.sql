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

-- Joined on the plain column: an expression in the join hides the index from the planner while statistics are young. No coalesce
-- in a comparison: under row-level security the planner takes it for leaky and reads the whole table where case uses the index.
create view contacts.card with (security_invoker = true) as
  select contact.tenant_id, contact.id, coalesce(person.id, contact.id) as person_id,
    case when person.id is null then contact.name else person.name end as name,
    contact.merged_into, contact.created_at,
    (select value from contacts.identity i where i.tenant_id = contact.tenant_id and i.contact_id = case when person.id is null then contact.id else person.id end and i.kind = 'phone' order by i.created_at, i.id limit 1) as phone,
    (select value from contacts.identity i where i.tenant_id = contact.tenant_id and i.contact_id = case when person.id is null then contact.id else person.id end and i.kind = 'email' order by i.created_at, i.id limit 1) as email
  from contacts.contact contact
  left join contacts.contact person on person.tenant_id = contact.tenant_id and person.id = contact.merged_into;
grant select on contacts.card to frontdesk_app;

-- Search uses trigram indexes, which row-level security hides from the planner: hence a definer function that names the tenant.
-- Whatever the words hold, they are looked for as they are; what looks like a number is also looked for by its digits alone,
-- without the zeros people dial in front. Newest first, after the given place in that order.
create function contacts.search(tenant uuid, words text, most int, after_at timestamptz default null, after_id uuid default null)
  returns table (contact_id uuid)
  language plpgsql stable security definer set search_path = 'public', 'pg_catalog' as $$
declare
  pattern text := '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  digits text := case when words ~ '^[0-9 ()+./-]+$' then ltrim(regexp_replace(words, '[^0-9]', '', 'g'), '0') else '' end;
begin
  if tenant is distinct from tenancy.current_tenant() then
    return;
  end if;
  return query
    select contact.id
    from contacts.contact contact
    where contact.tenant_id = tenant and contact.merged_into is null
      and contact.id in (
        select named.id from contacts.contact named where named.tenant_id = tenant and named.name ilike pattern
        union all
        select known.contact_id from contacts.identity known where known.tenant_id = tenant and known.value ilike pattern
        union all
        select called.contact_id from contacts.identity called
        where length(digits) >= 3 and called.tenant_id = tenant and called.kind = 'phone' and called.value like '%' || digits || '%'
      )
      and (after_at is null or (contact.created_at, contact.id) < (after_at, after_id))
    order by contact.created_at desc, contact.id desc
    limit most;
end $$;
call tenancy.give_to_definer('contacts.search(uuid, text, int, timestamptz, uuid)');
