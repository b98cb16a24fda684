import type { Cause } from '../../health/cause.ts'

const examineLater = 'Examine again in a few minutes.'
const openWebhook = 'At Meta, under your app → WhatsApp → Configuration, press Edit beside “Webhook”'

/** Whether what customers write finds its way from Meta to here. */
export const pathCauses = {
  subscribed: {
    about: 'subscription',
    state: 'good',
    message: 'The app is subscribed to the account and asks to be told of messages.',
  },
  subscribed_fields_unknown: {
    about: 'subscription',
    state: 'good',
    message: 'The app is subscribed to the account. Which events it asks for could not be seen.',
  },
  not_subscribed: {
    about: 'subscription',
    state: 'bad',
    message: 'The app is not subscribed to the account: WhatsApp does not pass on what customers write.',
    remedy: 'Subscribe it with the button here.',
    act: 'subscribe',
  },
  field_messages_missing: {
    about: 'subscription',
    state: 'bad',
    message: 'The app does not ask for the field “messages”: WhatsApp does not pass on what customers write.',
    remedy: 'At Meta, under your app → WhatsApp → Configuration, switch on “messages” in the list of webhook fields.',
  },
  subscription_hidden: {
    about: 'subscription',
    state: 'unknown',
    message: 'Can be seen once the access token works and may look after the account.',
  },
  subscription_unknown: {
    about: 'subscription',
    state: 'unknown',
    message: 'Whether the app is subscribed could not be asked. {reason}',
    remedy: examineLater,
  },
  webhook_ours: { about: 'webhook', state: 'good', message: 'WhatsApp sends this number’s events here.' },
  webhook_other_host: {
    about: 'webhook',
    state: 'warning',
    message: 'WhatsApp sends this number’s events to {address}, which is not the address Frontdesk has for itself.',
    remedy: `If both lead here, nothing is wrong. Otherwise: ${openWebhook} and paste the callback URL below.`,
  },
  webhook_elsewhere: {
    about: 'webhook',
    state: 'bad',
    message: 'WhatsApp sends this number’s events to {address}, not here.',
    remedy: `${openWebhook}, and paste the callback URL and the verify token of this channel.`,
  },
  webhook_not_set: {
    about: 'webhook',
    state: 'bad',
    message: 'No webhook is set at Meta: WhatsApp tells nobody what customers write.',
    remedy: `${openWebhook}, and paste the callback URL and the verify token of this channel.`,
  },
  webhook_unknown: { about: 'webhook', state: 'unknown', message: 'WhatsApp did not say where it sends events.' },
  reach_answers: {
    about: 'reach',
    state: 'good',
    message:
      'The callback URL is public, answers over https and knows the verify token. Whether Meta’s own servers get through shows in the events.',
  },
  reach_local: {
    about: 'reach',
    state: 'good',
    message: 'The callback URL answers and knows the verify token. WhatsApp’s stand-in runs beside it.',
  },
  reach_not_https: {
    about: 'reach',
    state: 'bad',
    message: 'The callback URL {address} is not https. Meta sends events to https addresses only.',
    remedy: 'Put Frontdesk behind a proxy with a certificate and set PUBLIC_URL to its https address.',
  },
  reach_private: {
    about: 'reach',
    state: 'bad',
    message: 'The callback URL {address} leads to a private address, which Meta can’t reach.',
    remedy: 'Set PUBLIC_URL to the address under which this server is reached from the internet.',
  },
  reach_failed: {
    about: 'reach',
    state: 'bad',
    message: 'The callback URL {address} does not answer. {reason}',
    remedy: 'Check the name, the certificate and the firewall in front of this server, and that PUBLIC_URL names it.',
  },
  reach_unproven: {
    about: 'reach',
    state: 'warning',
    message: 'This server can’t reach its own callback URL, yet events do arrive. {reason}',
    remedy: 'Nothing to do as long as events arrive: some networks don’t let a server call itself from outside.',
  },
  reach_wrong_answer: {
    about: 'reach',
    state: 'bad',
    message: 'At the callback URL {address} something else answers ({status}), not this channel.',
    remedy: 'Check that PUBLIC_URL and the proxy in front lead to this Frontdesk, with the path unchanged.',
  },
  clock_right: { about: 'clock', state: 'good', message: 'This server’s clock agrees with WhatsApp’s.' },
  clock_wrong: {
    about: 'clock',
    state: 'warning',
    message: 'This server’s clock differs from WhatsApp’s by {seconds} seconds: times and the 24-hour window are off.',
    remedy: 'Switch on time synchronisation (NTP) on the server.',
  },
  clock_unknown: { about: 'clock', state: 'unknown', message: 'WhatsApp’s time could not be seen.' },
} as const satisfies Record<string, Cause>
