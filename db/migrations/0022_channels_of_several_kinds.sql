-- Channels of several kinds: beside WhatsApp numbers, numbers for SMS and mail addresses.

alter table channels.channel
  drop constraint channel_kind_check,
  add constraint channel_kind_check check (kind in ('whatsapp_cloud', 'sms', 'email'));

comment on column channels.channel.former_app_secret_until is
  'Until when the secret that signed webhooks before the last change is accepted, whatever its provider calls it.';

-- A line is in one place of a workspace, by whatever its provider names it: WhatsApp and SMS may share a number.
create unique index channel_line on channels.channel (
  tenant_id, kind,
  (coalesce(settings ->> 'phoneNumberId', settings ->> 'messagingServiceSid', settings ->> 'phoneNumber', settings ->> 'address'))
) where removed_at is null;
drop index channels.channel_number;

alter table conversations.reach
  drop constraint reach_address_kind_check,
  add constraint reach_address_kind_check check (address_kind in ('phone', 'whatsapp_user_id', 'email'));
