import type { Mail } from '#lib/outbox'
import type { Person } from './person.ts'

type Addressee = Pick<Person, 'name' | 'email'>

/** The way back in for who forgot their password. */
export function passwordResetMail(to: Addressee, link: string): Mail {
  return letter(to, 'Choose a new password', [
    'Somebody, probably you, asked for a new password for your Frontdesk account. Choose it here:',
    link,
    'The link works once and for one hour. If it was not you, there is nothing to do: your password stays as it is.',
  ])
}

/** Tells the owner of an account, since it may not have been them. */
export function passwordChangedMail(to: Addressee, resetPage: string): Mail {
  return letter(to, 'Your password was changed', [
    'The password of your Frontdesk account was just changed, and other devices were signed out.',
    'If it was not you, choose a new one at once:',
    resetPage,
  ])
}

/** To the new address: only who reads it can make it theirs. */
export function confirmEmailMail(to: Addressee, link: string): Mail {
  return letter(to, 'Confirm your new email address', [
    'You want to sign in to Frontdesk with this address from now on. Confirm that it is yours:',
    link,
    'The link works once and for one hour. Until then your old address stays. If it was not you, ignore this mail.',
  ])
}

/** To an address that has an account already: its owner hears of it, and whoever asked does not. */
export function addressInUseMail(email: string): Mail {
  return {
    to: email,
    subject: 'Your email address was asked for',
    text: [
      'Hello,',
      'Somebody wanted to sign in to Frontdesk with this address from now on. It has an account already, so nothing was changed.',
      'If it was you: sign in to that account, or use another address.',
      'Frontdesk',
    ].join('\n\n'),
  }
}

/** To the old address, when a change is asked for. */
export function emailChangeAskedMail(to: Addressee, newEmail: string, resetPage: string): Mail {
  return letter(to, 'Your email address is about to change', [
    `Somebody who knows your password asked to change the address of your Frontdesk account to ${newEmail}.`,
    'If it was not you, choose a new password at once; that also stops the change:',
    resetPage,
  ])
}

/** To the old address, when it has been changed. */
export function emailChangedMail(to: Addressee, newEmail: string): Mail {
  return letter(to, 'Your email address was changed', [
    `From now on you sign in to Frontdesk as ${newEmail}. This address is no longer used.`,
  ])
}

/** Whoever can turn codes on or off could be somebody else. */
export function secondFactorMail(to: Addressee, state: 'on' | 'off'): Mail {
  const sentence = {
    on: 'From now on signing in to Frontdesk takes your password and a code.',
    off: 'From now on signing in to Frontdesk takes your password alone.',
  }
  return letter(to, state === 'on' ? 'Codes at sign-in are on' : 'Codes at sign-in are off', [
    sentence[state],
    'If it was not you, change your password and look at the list of devices on your account’s page.',
  ])
}

function letter(to: Addressee, subject: string, paragraphs: readonly string[]): Mail {
  return { to: to.email, subject, text: [`Hello ${to.name},`, ...paragraphs, 'Frontdesk'].join('\n\n') }
}
