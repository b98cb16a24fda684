-- A business files the people it knows and writes down what matters about them; a merged person is found and shown as one.

alter table contacts.contact
  add column notes text check (length(notes) between 1 and 5000),
  add column merged_at timestamptz,
  add check ((merged_into is null) = (merged_at is null) and merged_into is distinct from id);
create index contact_merged on contacts.contact (tenant_id, merged_into) where merged_into is not null;

-- Rows instead of an array: row-level security hides the indexes that look into arrays. The contact's time, which never
-- changes, stands in the row so that the people under a label are read in the order of the list.
create table contacts.label (
  tenant_id uuid not null default tenancy.current_tenant(),
  contact_id uuid not null,
  label text not null check (length(label) between 1 and 40),
  contact_created_at timestamptz not null,
  primary key (tenant_id, contact_id, label),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id)
);
create index label_newest on contacts.label (tenant_id, label, contact_created_at desc, contact_id desc);
call tenancy.fence('contacts.label');
call tenancy.open_to_definer('contacts.label');

-- Everything about one person, newest first.
create index fact_of_contact on facts.fact (tenant_id, contact_id, xid, id);

-- As before, and who has no number or address of their own shows one of those merged into them.
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
        order by value nulls last limit 1)) as email
  from contacts.contact contact;

-- As before, and whoever was merged is found as the person they are; on demand only among those under a label.
drop function contacts.search(uuid, text, int, timestamptz, uuid);
create function contacts.search(
    tenant uuid, words text, most int, after_at timestamptz default null, after_id uuid default null, wanted_label text default null)
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
      select named.id, named.merged_into, named.created_at
      from contacts.contact named
      where named.tenant_id = tenant and named.name ilike pattern
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
    order by person.created_at desc, person.id desc
    limit most;
end $$;
call tenancy.give_to_definer('contacts.search(uuid, text, int, timestamptz, uuid, text)');
