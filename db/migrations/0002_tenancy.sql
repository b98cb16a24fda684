-- People sign in once and may work in several workspaces, each under a role.

create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table auth.session (
  id uuid primary key,
  user_id uuid not null references auth."user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on auth.session (user_id);
create table auth.account (
  id uuid primary key,
  user_id uuid not null references auth."user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_of_user on auth.account (user_id);
create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);
grant select, insert, update, delete on auth."user", auth.session, auth.account, auth.verification to frontdesk_app;

create table tenancy.workspace (
  tenant_id uuid primary key default tenancy.current_tenant(),
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) between 2 and 60),
  name text not null check (length(name) between 1 and 120),
  timezone text not null,
  currency char(3) not null,
  country char(2) not null,
  created_at timestamptz not null
);
call tenancy.fence('tenancy.workspace');
call tenancy.open_to_definer('tenancy.workspace');

create table tenancy.member (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  user_id uuid not null references auth."user" (id),
  role text not null check (role in ('owner', 'manager', 'staff')),
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id)
);
create unique index member_once on tenancy.member (tenant_id, user_id) where removed_at is null;
create index member_of_user on tenancy.member (user_id) where removed_at is null;
call tenancy.fence('tenancy.member');
call tenancy.open_to_definer('tenancy.member');

create view tenancy.colleague with (security_invoker = true) as
  select member.tenant_id, member.id, member.user_id, member.role, member.created_at, member.removed_at, person.name, person.email
  from tenancy.member member join auth."user" person on person.id = member.user_id;
grant select on tenancy.colleague to frontdesk_app;

-- Where may this person work? Asked at sign-in and at every request, before a tenant is set.
create function tenancy.workspaces_of(person uuid)
  returns table (tenant_id uuid, member_id uuid, role text, slug text, name text)
  language sql stable security definer set search_path = '' as $$
  select member.tenant_id, member.id, member.role, workspace.slug, workspace.name
  from tenancy.member member join tenancy.workspace workspace using (tenant_id)
  where member.user_id = person and member.removed_at is null
  order by workspace.name, workspace.tenant_id
$$;
call tenancy.give_to_definer('tenancy.workspaces_of(uuid)');

create function tenancy.membership(person uuid, workspace_slug text)
  returns table (tenant_id uuid, member_id uuid, role text)
  language sql stable security definer set search_path = '' as $$
  select member.tenant_id, member.id, member.role
  from tenancy.workspace workspace join tenancy.member member using (tenant_id)
  where workspace.slug = workspace_slug and member.user_id = person and member.removed_at is null
$$;
call tenancy.give_to_definer('tenancy.membership(uuid, text)');

-- What the installation remembers about itself, such as being a demo.
create table tenancy.installation (
  name text primary key,
  value jsonb not null,
  noted_at timestamptz not null default now()
);
grant select, insert, update on tenancy.installation to frontdesk_app;
