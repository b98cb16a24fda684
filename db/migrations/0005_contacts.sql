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

create view contacts.card with (security_invoker = true) as
  select contact.tenant_id, contact.id, person.id as person_id, person.name, contact.merged_into, contact.created_at,
    (select value from contacts.identity i where i.tenant_id = person.tenant_id and i.contact_id = person.id and i.kind = 'phone' order by i.created_at, i.id limit 1) as phone,
    (select value from contacts.identity i where i.tenant_id = person.tenant_id and i.contact_id = person.id and i.kind = 'email' order by i.created_at, i.id limit 1) as email
  from contacts.contact contact
  join contacts.contact person on person.tenant_id = contact.tenant_id and person.id = coalesce(contact.merged_into, contact.id);
grant select on contacts.card to frontdesk_app;

-- Search uses trigram indexes, which row-level security hides from the planner: hence a definer function that names the tenant.
create function contacts.search(tenant uuid, words text, most int)
  returns table (contact_id uuid)
  language sql stable security definer set search_path = 'public', 'pg_catalog' as $$
  select contact.id from contacts.contact contact
  where contact.tenant_id = tenant and contact.tenant_id = tenancy.current_tenant() and contact.name ilike '%' || words || '%'
  union
  select identity.contact_id from contacts.identity identity
  where identity.tenant_id = tenant and identity.tenant_id = tenancy.current_tenant() and identity.value ilike '%' || words || '%'
  limit most
$$;
call tenancy.give_to_definer('contacts.search(uuid, text, int)');
