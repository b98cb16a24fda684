-- People come by invitation and may leave again; who let them in and who removed them stays known.

alter table tenancy.member
  add column removed_by uuid,
  add foreign key (tenant_id, removed_by) references tenancy.member (tenant_id, id),
  add check (removed_by is null or removed_at is not null);

-- The link's token is known to its bearer alone: here is only its hash.
create table tenancy.invitation (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  role text not null check (role in ('owner', 'manager', 'staff')),
  email text check (length(email) <= 254),
  token_hash bytea not null unique check (length(token_hash) = 32),
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, invited_by) references tenancy.member (tenant_id, id),
  foreign key (tenant_id, accepted_by) references tenancy.member (tenant_id, id),
  foreign key (tenant_id, revoked_by) references tenancy.member (tenant_id, id),
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or revoked_at is null)
);
create index invitation_open on tenancy.invitation (tenant_id, id) where accepted_at is null and revoked_at is null;
call tenancy.fence('tenancy.invitation', 'select, insert, update');
call tenancy.open_to_definer('tenancy.invitation');

-- Whose invitation is this link? Asked before a tenant is set; whether it still holds is asked within.
create function tenancy.locate_invitation(hash bytea)
  returns table (tenant_id uuid, invitation_id uuid)
  language sql stable security definer set search_path = '' as $$
  select invitation.tenant_id, invitation.id from tenancy.invitation invitation where invitation.token_hash = hash
$$;
call tenancy.give_to_definer('tenancy.locate_invitation(bytea)');
