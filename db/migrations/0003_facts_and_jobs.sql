-- What happened is written where it happened, in the same transaction; whoever cares reads it afterwards at their own pace.

create table facts.fact (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  subject_id uuid not null,
  contact_id uuid,
  conversation_id uuid,
  details jsonb not null,
  actor jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
-- Readers follow (xid, id): a transaction that commits late still has an xid above every position already read.
create index fact_in_order on facts.fact (xid, id);
create index fact_by_tenant_in_order on facts.fact (tenant_id, xid, id);
call tenancy.fence('facts.fact', 'select, insert');
call tenancy.open_to_definer('facts.fact');

-- The facts of all tenants after a position, as far as no transaction still under way can add one before them.
create function facts.after(after_xid xid8, after_id uuid, most int)
  returns setof facts.fact
  language sql stable security definer set search_path = '' as $$
  select * from facts.fact
  where (xid, id) > (after_xid, after_id) and xid < pg_snapshot_xmin(pg_current_snapshot())
  order by xid, id
  limit most
$$;
call tenancy.give_to_definer('facts.after(xid8, uuid, int)');

-- How far each durable reader has come. Moves in the transaction of what the reader did.
create table facts.reader (
  name text primary key,
  xid xid8 not null,
  fact_id uuid not null,
  failures int not null default 0,
  last_error text,
  moved_at timestamptz not null default now()
);
grant select, insert, update on facts.reader to frontdesk_app;

-- A fact a reader gave up on, kept so that nothing is silently passed over.
create table facts.passed_over (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  reader text not null,
  fact_id uuid not null,
  error text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, fact_id) references facts.fact (tenant_id, id)
);
call tenancy.fence('facts.passed_over', 'select, insert');

-- The queue's own tables refuse the runtime role. This door lets a transaction enqueue for its own tenant and no other.
create function jobs.enqueue(task text, payload jsonb, job_key text, run_at timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  tenant uuid := tenancy.current_tenant();
begin
  if tenant is null then
    raise exception 'a job needs a tenant';
  end if;
  perform graphile_worker.add_job(
    task,
    json_build_object('tenantId', tenant, 'payload', payload),
    run_at := run_at,
    job_key := case when job_key is null then null else tenant || ':' || task || ':' || job_key end
  );
end $$;
revoke execute on function jobs.enqueue(text, jsonb, text, timestamptz) from public;
grant execute on function jobs.enqueue(text, jsonb, text, timestamptz) to frontdesk_app;

-- The first answer to a request that carried an Idempotency-Key, given again when the request comes again.
create table http.first_answer (
  tenant_id uuid not null default tenancy.current_tenant(),
  id uuid not null,
  caller_id uuid not null,
  key text not null check (length(key) between 1 and 255),
  fingerprint bytea not null,
  status int not null,
  body jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, caller_id, key)
);
create index first_answer_by_age on http.first_answer (created_at);
call tenancy.fence('http.first_answer');

-- Attempts counted where all processes see them: sign-in by address and by account.
create table http.throttle (
  bucket text not null,
  opened_at timestamptz not null,
  attempts int not null,
  primary key (bucket)
);
grant select, insert, update, delete on http.throttle to frontdesk_app;
