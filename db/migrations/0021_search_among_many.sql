-- Search stays quick where there is much to find: who has a hundred thousand people and a million messages asks for few of them.

-- The tenant first: names that are common elsewhere cost nothing here.
create index contact_names on contacts.contact using gin (tenant_id, name gin_trgm_ops);
create index contact_usernames on contacts.contact using gin (tenant_id, username gin_trgm_ops);
create index identity_values on contacts.identity using gin (tenant_id, value gin_trgm_ops);
drop index contacts.contact_name_trigrams;
drop index contacts.contact_username_trigrams;
drop index contacts.identity_value_trigrams;
-- One or two characters are no trigram: what begins with them is found by these.
create index contact_name_begins on contacts.contact (tenant_id, lower(name) text_pattern_ops);
create index contact_username_begins on contacts.contact (tenant_id, lower(username) text_pattern_ops);
create index identity_value_begins on contacts.identity (tenant_id, lower(value) text_pattern_ops);

-- Whose name, username, number or address holds the words, or begins with them where they are shorter than three characters. From
-- what matches to the contact, never the other way round: however common the words, the work is as long as the matches.
create function contacts.matching(tenant uuid, words text)
  returns table (id uuid, merged_into uuid, created_at timestamptz)
  language plpgsql stable rows 50 security definer set search_path = 'public', 'pg_catalog' set plan_cache_mode = 'force_custom_plan' as $$
declare
  literal text := replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_');
  handle text := ltrim(literal, '@');
  digits text := case when words ~ '^[0-9 ()+./-]+$' then ltrim(regexp_replace(words, '[^0-9]', '', 'g'), '0') else '' end;
begin
  if tenant is distinct from tenancy.current_tenant() then
    return;
  end if;
  if length(words) < 3 then
    return query
      select named.id, named.merged_into, named.created_at
      from contacts.contact named
      where named.tenant_id = tenant and lower(named.name) like lower(literal) || '%'
      union
      select called.id, called.merged_into, called.created_at
      from contacts.contact called
      where called.tenant_id = tenant and handle <> '' and lower(called.username) like lower(handle) || '%'
      union
      select owner.id, owner.merged_into, owner.created_at
      from contacts.identity known
      join contacts.contact owner on owner.tenant_id = known.tenant_id and owner.id = known.contact_id
      where known.tenant_id = tenant and lower(known.value) like lower(literal) || '%';
  else
    return query
      select named.id, named.merged_into, named.created_at
      from contacts.contact named
      where named.tenant_id = tenant and named.name ilike '%' || literal || '%'
      union
      select called.id, called.merged_into, called.created_at
      from contacts.contact called
      where called.tenant_id = tenant and handle <> '' and called.username ilike '%' || handle || '%'
      union
      select owner.id, owner.merged_into, owner.created_at
      from contacts.identity known
      join contacts.contact owner on owner.tenant_id = known.tenant_id and owner.id = known.contact_id
      where known.tenant_id = tenant
        and (known.value ilike '%' || literal || '%'
          or (length(digits) >= 3 and known.kind = 'phone' and known.value like '%' || digits || '%'));
  end if;
end $$;
call tenancy.give_to_definer('contacts.matching(uuid, text)');

create or replace function contacts.search(
    tenant uuid, words text, most int, after_at timestamptz default null, after_id uuid default null, wanted_label text default null,
    wanted_field uuid default null, wanted_key text default null)
  returns table (contact_id uuid)
  language plpgsql stable security definer set search_path = 'public', 'pg_catalog' set plan_cache_mode = 'force_custom_plan' as $$
begin
  return query
    with matching as materialized (
      select found.id, found.merged_into, found.created_at from contacts.matching(tenant, words) found
    ), person as (
      select matching.id, matching.created_at from matching where matching.merged_into is null
      union
      select survivor.id, survivor.created_at
      from matching join contacts.contact survivor on survivor.tenant_id = tenant and survivor.id = matching.merged_into
      where matching.merged_into is not null
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

-- As before, but the newest few thousand are looked through first: words that many messages hold fill a page from them, and need not
-- be looked up in the index, which would bring all of their messages to have the newest sorted out.
create or replace function conversations.search_messages(
    tenant uuid, asked text, most int, after_at timestamptz default null, after_id uuid default null)
  returns table (message_id uuid)
  language plpgsql stable security definer set search_path = 'public', 'pg_catalog' set plan_cache_mode = 'force_custom_plan' as $$
declare
  plain text := plainto_tsquery('simple', regexp_replace(lower(unaccent('public.unaccent', asked)), '[[:punct:]]+', ' ', 'g'))::text;
  wanted tsquery := case when plain = '' then null else (plain || ':*')::tsquery end;
  newest uuid[];
begin
  if tenant is distinct from tenancy.current_tenant() or wanted is null then
    return;
  end if;
  newest := array(
    select recent.id
    from (
      select message.id, message.words, message.created_at from conversations.message message
      where message.tenant_id = tenant and (after_at is null or (message.created_at, message.id) < (after_at, after_id))
      order by message.created_at desc, message.id desc
      limit 3000
    ) recent
    where recent.words @@ wanted
    order by recent.created_at desc, recent.id desc
    limit most);
  if cardinality(newest) = most then
    return query select unnest(newest);
    return;
  end if;
  return query
    with matching as materialized (
      select message.id, message.created_at from conversations.message message
      where message.tenant_id = tenant and message.words @@ wanted
        and (after_at is null or (message.created_at, message.id) < (after_at, after_id))
    )
    select matching.id from matching
    order by matching.created_at desc, matching.id desc
    limit most;
end $$;
