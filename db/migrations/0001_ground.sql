-- Every business shares these tables, so PostgreSQL itself keeps them apart: what a connection sees depends on one setting.

create extension if not exists pg_trgm;

create schema tenancy;
create schema auth;
create schema facts;
create schema jobs;
create schema http;
grant usage on schema tenancy, auth, facts, jobs, http to frontdesk_app, frontdesk_definer;

create function tenancy.current_tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

-- Fences a table: only rows of the current tenant exist for the one who asks, the owner included.
create procedure tenancy.fence(target regclass, privileges text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant_only on %s using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant())', target);
  execute format('grant %s on %s to frontdesk_app', privileges, target);
end $$;

-- Work before a tenant is known is done by a few functions that belong to a role nobody can log in as. They are the only
-- code that sees more than one tenant; each names its tenant or its key and answers as little as its caller needs.
create procedure tenancy.open_to_definer(target regclass, privileges text default 'select') language plpgsql as $$
begin
  execute format('create policy definer_only on %s to frontdesk_definer using (true) with check (true)', target);
  execute format('grant %s on %s to frontdesk_definer', privileges, target);
end $$;

create procedure tenancy.give_to_definer(target regprocedure) language plpgsql as $$
declare
  home text := (select quote_ident(n.nspname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.oid = target);
begin
  execute format('grant create on schema %s to frontdesk_definer', home);
  execute format('alter function %s owner to frontdesk_definer', target);
  execute format('revoke create on schema %s from frontdesk_definer', home);
  execute format('revoke execute on function %s from public', target);
  execute format('grant execute on function %s to frontdesk_app', target);
end $$;
