-- What a business writes more than once: templates, in every language and for every channel, and how WhatsApp judges them.

create schema templates;
grant usage on schema templates to frontdesk_app, frontdesk_definer;

-- What other modules may know of a business: its name, its clock, its money.
create view tenancy.business with (security_invoker = true) as
  select tenant_id, name, timezone, currency, country from tenancy.workspace;
grant select on tenancy.business to frontdesk_app;

create table templates.template (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.workspace (tenant_id),
  id uuid not null,
  -- What WhatsApp calls it; title is what people call it.
  name text not null check (name ~ '^[a-z0-9_]+$' and length(name) <= 512),
  title text not null check (length(title) between 1 and 120),
  category text not null check (category in ('UTILITY', 'MARKETING', 'AUTHENTICATION')),
  -- Which occasion of Frontdesk's own it is for; null for those a business made.
  occasion text check (length(occasion) between 1 and 60),
  variables jsonb not null default '[]',
  -- Set once somebody changed an original.
  customised_at timestamptz,
  switched_off_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  check (occasion is null or archived_at is null)
);
create unique index template_name on templates.template (tenant_id, name);
create unique index template_occasion on templates.template (tenant_id, occasion) where occasion is not null;
create index template_titles on templates.template (tenant_id, title, id);
call tenancy.fence('templates.template');

-- The template in one language, a body for each channel it can leave by.
create table templates.version (
  tenant_id uuid not null default tenancy.current_tenant(),
  template_id uuid not null,
  language text not null check (length(language) between 2 and 10),
  whatsapp jsonb,
  email jsonb,
  sms jsonb,
  changed_at timestamptz not null,
  primary key (tenant_id, template_id, language),
  foreign key (tenant_id, template_id) references templates.template (tenant_id, id)
);
call tenancy.fence('templates.version');

-- A version as it was given to one WhatsApp Business account, and what became of it there. What leaves is what was approved.
create table templates.submission (
  tenant_id uuid not null default tenancy.current_tenant(),
  template_id uuid not null,
  language text not null,
  waba_id text not null check (length(waba_id) between 1 and 30),
  channel_id uuid not null,
  status text not null check (status in ('submitting', 'pending', 'approved', 'rejected', 'paused', 'disabled', 'gone', 'failed')),
  reason text check (length(reason) <= 1000),
  -- What WhatsApp files it under, which may be other than what was asked for.
  category text check (category in ('UTILITY', 'MARKETING', 'AUTHENTICATION')),
  quality text check (quality in ('GREEN', 'YELLOW', 'RED', 'UNKNOWN')),
  provider_id text check (length(provider_id) between 1 and 64),
  whatsapp jsonb not null,
  variables jsonb not null,
  submitted_at timestamptz not null,
  -- By the provider's clock: what is older than this changes nothing.
  reported_at timestamptz not null,
  primary key (tenant_id, template_id, language, waba_id),
  foreign key (tenant_id, template_id) references templates.template (tenant_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
call tenancy.fence('templates.submission');

alter table conversations.message
  add column template_id uuid,
  add foreign key (tenant_id, template_id) references templates.template (tenant_id, id);
create index message_by_template on conversations.message (tenant_id, template_id) where template_id is not null;

-- What WhatsApp says of templates in its own words is no act of anybody: what follows from it is in the audit log.
create or replace function facts.is_audited(name text, actor_kind text, details jsonb) returns boolean language sql immutable parallel safe as $$
  select case
    when name in (
      'conversations.started', 'conversations.message_received', 'conversations.reply_queued', 'conversations.reaction_queued',
      'conversations.message_status_changed', 'conversations.message_changed', 'conversations.phone_app_wrote',
      'conversations.note_written', 'conversations.read', 'channels.template_reported'
    ) then false
    when name in ('contacts.created', 'contacts.changed') then actor_kind <> 'system' and not details ? 'importId'
    when name = 'contacts.import_changed'
      then actor_kind <> 'system' or coalesce(details ->> 'state' in ('done', 'failed', 'cancelled'), false)
    when name = 'conversations.changed' then actor_kind <> 'system'
    else true
  end
$$;
